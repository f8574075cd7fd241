export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
}

/**
 * Text of a .csv or .txt: a byte order mark decides; otherwise zero bytes mean UTF-16, bytes that are all valid
 * UTF-8 mean UTF-8, and everything else is GB18030, which contains GBK and GB2312.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decoded(bytes.subarray(3), 'utf-8');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes.subarray(2), 'utf-16be');
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) return decoded(bytes, unmarked);
  return isUtf8(bytes) ? decoded(bytes, 'utf-8') : decoded(bytes, 'gb18030');
}

function decoded(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let evenZeros = 0;
  let oddZeros = 0;
  const length = Math.min(bytes.length, 4096);
  for (let index = 0; index < length; index += 1) {
    if (bytes[index] !== 0) continue;
    if (index % 2 === 0) evenZeros += 1;
    else oddZeros += 1;
  }
  // Digits and separators have a zero half, so even a Chinese ledger shows about a fifth of them.
  if (oddZeros > length / 20 && evenZeros < oddZeros / 10) return 'utf-16le';
  if (evenZeros > length / 20 && oddZeros < evenZeros / 10) return 'utf-16be';
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false; // the decoder's only way of saying that the bytes are not UTF-8
  }
}
