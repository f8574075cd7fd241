/** Red as people pick it: FF0000 and its dark and light neighbours, not orange, not pink. */
export function isRedRgb(rgb: string | undefined): boolean {
  if (!rgb) return false;
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));
  return (red ?? 0) >= 0xb0 && (green ?? 255) <= 0x50 && (blue ?? 255) <= 0x50;
}
