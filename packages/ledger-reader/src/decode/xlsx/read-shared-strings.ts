import { decodedText, XmlScanner } from '../xml/xml-scanner.ts';

/** The texts that cells refer to by number. Runs of one text are joined; the reading aids of Japanese are not text. */
export async function readSharedStrings(pieces: AsyncIterable<string>): Promise<string[]> {
  const strings: string[] = [];
  let current = '';
  let isText = false;
  let isPhonetic = false;
  const scanner = new XmlScanner({
    open(name) {
      if (name === 'si') current = '';
      else if (name === 't') isText = !isPhonetic;
      else if (name === 'rPh') isPhonetic = true;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') strings.push(detached(unescaped(decodedText(current))));
    },
    text(text) {
      if (isText) current += text;
    },
  });
  for await (const piece of pieces) scanner.push(piece);
  return strings;
}

// V8 keeps shorter pieces of a text as texts of their own.
const shortestSlice = 13;

/** A text of its own: a piece cut out of a text keeps the whole of it in memory, here a quarter of a megabyte of XML. */
export function detached(text: string): string {
  return text.length < shortestSlice ? text : Buffer.from(text).toString();
}

/** _x000D_ is how the format writes characters that XML cannot hold. */
export function unescaped(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-F]{4})_/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}
