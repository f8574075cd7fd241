import { randomBytes } from 'node:crypto';

export interface TestFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The body a browser sends for a form with files, and its content type. */
export function multipartBody(files: readonly TestFile[]): { readonly body: Buffer; readonly contentType: string } {
  const boundary = `----loanbook${randomBytes(12).toString('hex')}`;
  const parts = files.map((file) => Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`),
    file.bytes,
    Buffer.from('\r\n'),
  ]));
  return { body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]), contentType: `multipart/form-data; boundary=${boundary}` };
}
