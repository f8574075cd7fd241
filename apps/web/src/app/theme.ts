import { theme as antdTheme, type ThemeConfig } from 'antd';
import { darkPalette, lightPalette, paletteVariables, type Palette } from './palette.ts';

export type ColorMode = 'light' | 'dark';

const fontFamily = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif';

export function paletteOf(mode: ColorMode): Palette {
  return mode === 'dark' ? darkPalette : lightPalette;
}

/** antd's tokens from the palette: dense on a desk; on a phone the provider asks for the large size, 44 px high. */
export function antdThemeOf(mode: ColorMode): ThemeConfig {
  const palette = paletteOf(mode);
  return {
    algorithm: mode === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    hashed: false,
    token: {
      ...colorTokens(palette),
      fontFamily,
      fontSize: 14,
      fontSizeLG: 16,
      borderRadius: 6,
      borderRadiusSM: 5,
      borderRadiusLG: 8,
      controlHeightSM: 30,
      controlHeightLG: 44,
      wireframe: false,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
      boxShadowSecondary: palette.shadow,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500, paddingInlineSM: 12, contentFontSizeSM: 14, primaryColor: palette.onAccent, defaultHoverColor: palette.accentText, defaultHoverBorderColor: palette.accentText, defaultActiveColor: palette.accentText, defaultActiveBorderColor: palette.accentText, colorPrimary: palette.accent, colorPrimaryHover: palette.accentHover, colorPrimaryActive: palette.accentHover },
      Form: { itemMarginBottom: 22, verticalLabelPadding: '0 0 4px', labelHeight: 22, labelColor: palette.textMuted },
      Modal: { titleFontSize: 16 },
      Segmented: { trackBg: palette.surfaceSunken, itemSelectedBg: palette.surfaceRaised, itemSelectedColor: palette.accentText },
    },
  };
}

/** Gives our own stylesheets the same colours, through the style object, which the content security policy allows. */
export function applyColorMode(mode: ColorMode): void {
  const root = document.documentElement;
  root.dataset['theme'] = mode;
  root.style.colorScheme = mode;
  for (const [name, value] of paletteVariables(paletteOf(mode))) root.style.setProperty(name, value);
}

function colorTokens(palette: Palette): ThemeConfig['token'] {
  return {
    colorPrimary: palette.accent,
    colorPrimaryHover: palette.accentHover,
    colorPrimaryActive: palette.accentHover,
    colorPrimaryBg: palette.accentSoft,
    colorPrimaryText: palette.accentText,
    colorInfo: palette.accent,
    colorLink: palette.accentText,
    colorLinkHover: palette.text,
    colorLinkActive: palette.text,
    colorSuccess: palette.good,
    colorWarning: palette.attention,
    colorError: palette.danger,
    colorText: palette.text,
    colorTextSecondary: palette.textMuted,
    colorTextTertiary: palette.textFaint,
    colorTextDescription: palette.textMuted,
    colorTextPlaceholder: palette.textFaint,
    colorBgLayout: palette.page,
    colorBgContainer: palette.surface,
    colorBgElevated: palette.surfaceRaised,
    colorBorder: palette.lineStrong,
    colorBorderSecondary: palette.line,
  };
}
