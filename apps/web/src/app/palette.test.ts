import { expect, test } from 'vitest';
import { darkPalette, lightPalette, paletteVariables, type Palette } from './palette.ts';

/** WCAG 2 contrast of two #rrggbb colours. */
function contrast(left: string, right: string): number {
  const [bright = 0, dim = 0] = [luminance(left), luminance(right)].toSorted((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const pairs = [
  ['text', 'surface'], ['text', 'page'], ['textMuted', 'surface'], ['textMuted', 'page'], ['textMuted', 'surfaceSunken'], ['textFaint', 'surface'], ['textFaint', 'surfaceSunken'],
  ['accentText', 'surface'], ['accentText', 'accentSoft'], ['accentText', 'surfaceSunken'], ['onAccent', 'accent'], ['onAccent', 'accentHover'],
  ['danger', 'surface'], ['danger', 'dangerSoft'], ['attention', 'attentionSoft'], ['good', 'goodSoft'], ['good', 'surface'],
] as const satisfies readonly (readonly [keyof Palette, keyof Palette])[];

test.each([['light', lightPalette], ['dark', darkPalette]] as const)('every text of the %s theme can be read on its ground', (_name, palette) => {
  for (const [text, ground] of pairs) expect(contrast(palette[text], palette[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
});

test('colours reach the stylesheets under dashed names', () => {
  expect(paletteVariables(lightPalette)).toContainEqual(['--accent-soft', lightPalette.accentSoft]);
});
