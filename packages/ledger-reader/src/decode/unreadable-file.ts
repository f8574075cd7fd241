/** A file that cannot be opened at all; both sentences are for the person who chose it. */
export class UnreadableFile extends Error {
  readonly fileName: string;
  readonly messageZh: string;
  readonly messageEn: string;

  constructor(fileName: string, messageZh: string, messageEn: string, cause?: unknown) {
    super(`${fileName}: ${messageEn}`, { cause });
    this.name = 'UnreadableFile';
    this.fileName = fileName;
    this.messageZh = messageZh;
    this.messageEn = messageEn;
  }
}
