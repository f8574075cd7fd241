/** Told what a document holds, in its order. Names come without their prefix, attributes as written. */
export interface XmlHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** A piece of text; one text may come in several pieces. Entities are not decoded. */
  text(text: string): void;
}

const longestTag = 2_000_000;
const quote = 34;
const singleQuote = 39;
const slash = 47;
const equals = 61;

/**
 * Reads XML piece by piece without building a tree, so that neither depth nor size costs memory. A document type is
 * skipped and its entities are never expanded. Half a sheet's time would go into a general SAX parser, hence ours.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  #rest = '';

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  /** @throws Error when a tag is longer than any real one */
  push(chunk: string): void {
    const text = this.#rest === '' ? chunk : this.#rest + chunk;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open !== at) {
        const end = open < 0 ? text.length : open;
        if (end > at) this.#handler.text(text.slice(at, end));
        at = end;
      }
      if (open < 0) break;
      const end = endOfMarkup(text, open);
      if (end < 0) break;
      this.#markup(text, open, end);
      at = end;
    }
    this.#rest = at === 0 ? text : text.slice(at);
    if (this.#rest.length > longestTag) throw new Error('a tag without an end');
  }

  #markup(text: string, open: number, end: number): void {
    const mark = text.charCodeAt(open + 1);
    if (mark === slash) this.#handler.close(localName(text.slice(open + 2, end - 1).trim()));
    else if (mark === 33) {
      if (text.startsWith('<![CDATA[', open)) this.#handler.text(text.slice(open + 9, end - 3).replaceAll('&', '&amp;'));
    } else if (mark !== 63) {
      const isEmpty = text.charCodeAt(end - 2) === slash;
      const last = isEmpty ? end - 2 : end - 1;
      const gap = nameEnd(text, open + 1, last);
      const name = localName(text.slice(open + 1, gap));
      this.#handler.open(name, gap === last ? '' : text.slice(gap, last));
      if (isEmpty) this.#handler.close(name);
    }
  }
}

/** Where the markup that begins at `open` ends (behind its >); -1 when the text stops before. */
function endOfMarkup(text: string, open: number): number {
  if (text.charCodeAt(open + 1) === 33) {
    if ('<![CDATA['.startsWith(text.slice(open, open + 9))) return after(text, ']]>', open + 9);
    if ('<!--'.startsWith(text.slice(open, open + 4))) return after(text, '-->', open + 4);
    return endOfDocumentType(text, open);
  }
  let end = text.indexOf('>', open);
  // A > inside quotes ends nothing; it is rare, so its price is only paid where the quotes do not look closed.
  while (end >= 0 && !isClosed(text, open, end)) end = text.indexOf('>', end + 1);
  return end < 0 ? -1 : end + 1;
}

function after(text: string, words: string, from: number): number {
  const at = text.indexOf(words, from);
  return at < 0 ? -1 : at + words.length;
}

function endOfDocumentType(text: string, open: number): number {
  const end = text.indexOf('>', open);
  const bracket = text.indexOf('[', open);
  if (bracket < 0 || (end >= 0 && end < bracket)) return end < 0 ? -1 : end + 1;
  const close = text.indexOf(']', bracket);
  return close < 0 ? -1 : after(text, '>', close);
}

function isClosed(text: string, open: number, end: number): boolean {
  const last = text.charCodeAt(end - 1) === slash ? end - 2 : end - 1;
  const code = text.charCodeAt(last);
  if ((code === quote || code === singleQuote) && text.charCodeAt(last - 1) !== equals) return true;
  let inside = 0;
  for (let index = open; index < end; index += 1) {
    const character = text.charCodeAt(index);
    if (inside === 0 && (character === quote || character === singleQuote)) inside = character;
    else if (character === inside) inside = 0;
  }
  return inside === 0;
}

function nameEnd(text: string, from: number, last: number): number {
  for (let index = from; index < last; index += 1) if (text.charCodeAt(index) <= 32) return index;
  return last;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of an attribute by its name as written, prefix and all; undefined when it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  // As Excel writes it; the general way below costs five times as much.
  const plain = attributes.indexOf(`${name}="`);
  if (plain > 0 && attributes.charCodeAt(plain - 1) === 32) {
    const from = plain + name.length + 2;
    const end = attributes.indexOf('"', from);
    if (end >= 0) return decodedText(attributes.slice(from, end));
  }
  for (let from = attributes.indexOf(name); from >= 0; from = attributes.indexOf(name, from + 1)) {
    if (from > 0 && attributes.charCodeAt(from - 1) > 32) continue;
    const match = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(from + name.length));
    if (match) return decodedText(match[1] ?? match[2] ?? '');
  }
  return undefined;
}

/** As `attribute`, whatever the prefix. */
export function localAttribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match ? decodedText(match[1] ?? match[2] ?? '') : undefined;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with the five named and the numbered entities decoded; an entity of the document's own stays as written. */
export function decodedText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return named[entity] ?? whole;
    const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
