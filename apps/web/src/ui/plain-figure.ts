/** A number as people type or paste it ("１２，３４５．６０ 元", "¥12,345.60") with digits, point and sign left only where they are plain. */
export function plainFigure(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/。/g, '.')
    .replace(/[,\s¥￥元%]/g, '');
}
