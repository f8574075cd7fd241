/** The colours of one theme. One accent (ink teal); danger is red and only for overdue and what cannot be undone. */
export interface Palette {
  readonly page: string;
  readonly surface: string;
  readonly surfaceSunken: string;
  readonly surfaceRaised: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly textMuted: string;
  readonly textFaint: string;
  readonly accent: string;
  readonly accentHover: string;
  readonly accentText: string;
  readonly accentSoft: string;
  readonly onAccent: string;
  readonly danger: string;
  readonly dangerSoft: string;
  readonly attention: string;
  readonly attentionSoft: string;
  readonly good: string;
  readonly goodSoft: string;
  readonly shadow: string;
}

export const lightPalette: Palette = {
  page: '#f3f5f4',
  surface: '#ffffff',
  surfaceSunken: '#f7f9f8',
  surfaceRaised: '#ffffff',
  line: '#e0e6e4',
  lineStrong: '#c5cfcc',
  text: '#16211f',
  textMuted: '#51605c',
  textFaint: '#66746f',
  accent: '#0d6156',
  accentHover: '#0a4f46',
  accentText: '#0b5a50',
  accentSoft: '#e1efec',
  onAccent: '#ffffff',
  danger: '#b3261e',
  dangerSoft: '#fbeae8',
  attention: '#8a5300',
  attentionSoft: '#fbf1dd',
  good: '#22663b',
  goodSoft: '#e4f2e8',
  shadow: '0 1px 2px rgb(22 33 31 / 6%), 0 8px 24px rgb(22 33 31 / 10%)',
};

export const darkPalette: Palette = {
  page: '#0e1413',
  surface: '#161d1c',
  surfaceSunken: '#121918',
  surfaceRaised: '#1d2624',
  line: '#2a3533',
  lineStrong: '#40504c',
  text: '#e6ecea',
  textMuted: '#a3b1ad',
  textFaint: '#8a9a95',
  accent: '#2a7f71',
  accentHover: '#246f63',
  accentText: '#6fc9ba',
  accentSoft: '#17322e',
  onAccent: '#ffffff',
  danger: '#f0837a',
  dangerSoft: '#3a1d1b',
  attention: '#e0b062',
  attentionSoft: '#332711',
  good: '#7cc796',
  goodSoft: '#173022',
  shadow: '0 1px 2px rgb(0 0 0 / 40%), 0 8px 24px rgb(0 0 0 / 45%)',
};

/** The same colours for our own stylesheets: `accentSoft` becomes `--accent-soft`. */
export function paletteVariables(palette: Palette): readonly (readonly [string, string])[] {
  return Object.entries(palette).map(([name, value]: [string, string]) => [`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value] as const);
}
