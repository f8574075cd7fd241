import type { Readable } from 'node:stream';

/** A file as the answer of a route whose contract has no reply schema. Always sent as an attachment. */
export interface FileReply {
  readonly kind: 'file';
  readonly fileName: string;
  readonly contentType: string;
  /** A stream's failure before the first byte is an ordinary error; later it cuts the connection. */
  readonly content: Buffer | Readable;
}

export function fileReply(fileName: string, contentType: string, content: Buffer | Readable): FileReply {
  return { kind: 'file', fileName, contentType, content };
}

export function isFileReply(answer: unknown): answer is FileReply {
  return typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'file' && 'content' in answer;
}

/** RFC 6266: a plain name for old clients, the real one (Chinese included) percent-encoded. */
export function contentDisposition(fileName: string): string {
  const plain = fileName.replace(/[^A-Za-z0-9._-]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
