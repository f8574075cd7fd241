// Zero-width, byte order and directional marks; soft hyphen. They arrive with copies from chats and web pages.
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** No amount, day, rate, number or name is longer; a cell of 32 767 characters is not worth a pattern's time. */
export const longestCell = 120;

// Printable ASCII but the apostrophe, and the common ideographs: no rule below changes them.
const plain = /^[!-&(-~\u4e00-\u9fa5]+$/;

/** What a person sees: no invisible characters, white space as single spaces, trimmed. Widths are kept. */
export function visibleText(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(invisible, '').replace(/[\s\u00a0\u3000]+/g, ' ').trim();
}

/** visibleText with full-width letters, digits and punctuation as their plain forms, and no leading apostrophe. */
export function plainText(text: string): string {
  // Most cells are plain already; the check is ten times cheaper than the work.
  if (plain.test(text)) return text;
  return visibleText(text).normalize('NFKC').trim().replace(/^'/, '').trim();
}

/** plainText without any white space, for codes, numbers and headings. */
export function denseText(text: string): string {
  if (plain.test(text)) return text;
  return plainText(text).replace(/\s+/g, '');
}

const emptyWords = new Set([
  '', '-', '--', '---', '—', '——', '－', '–', '/', '\\', '//', '、', '.', '无', '暂无', '没有', '空', '不详', '未知', '不明', '待补', '待定', '未填',
  '未提供', '未登记', 'n/a', 'na', 'nil', 'null', 'none', 'tbd', '#########', '(空)', '(空白)', '*', '＊',
]);

const emptyBeginnings = '无暂没空不未待';

/** Whether the text only says "nothing here": 无, -, /, 不详, N/A … */
export function isEmptyWord(text: string): boolean {
  if (text.length > 12) return text.trim() === '';
  // Most cells begin with a figure or a surname, and no such word does.
  const first = text.charCodeAt(0);
  if ((first >= 48 && first <= 57) || (first >= 0x4e00 && first <= 0x9fa5 && !emptyBeginnings.includes(text.charAt(0)))) return false;
  const dense = denseText(text);
  return emptyWords.has(dense) || emptyWords.has(dense.toLowerCase()) || /^[-—–_/\\.#]+$/.test(dense);
}

export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
