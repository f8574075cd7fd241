import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/**
 * A backup on disk: `LOANBOOK` · format version (1 byte) · salt (16 bytes) · frames. A frame is its length (4 bytes, big endian,
 * ciphertext and tag), then AES-256-GCM ciphertext and its 16-byte tag. The key is HKDF-SHA-256(master key, salt), used for this
 * file alone, so the frame's number serves as nonce; number and "is this the last" are authenticated, so nothing can be cut off,
 * doubled or moved.
 */
export const backupMagic = Buffer.from('LOANBOOK');
const formatVersion = 1;
const saltLength = 16;
const tagLength = 16;
const frameLength = 1 << 16;
const headerLength = backupMagic.length + 1 + saltLength;

export type BackupDefect = 'not_a_backup' | 'newer_format' | 'wrong_key_or_damaged' | 'cut_off';

/** The file is not what `restore` can use; `defect` says why. */
export class BackupFileError extends Error {
  readonly defect: BackupDefect;
  constructor(defect: BackupDefect) {
    super(`backup file: ${defect}`);
    this.defect = defect;
  }
}

function fileKey(masterKey: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, salt, 'loanbook-backup', 32));
}

function nonceOf(frameNumber: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(frameNumber, 6, 6);
  return nonce;
}

function authenticated(frameNumber: number, isLast: boolean): Buffer {
  const data = Buffer.alloc(7);
  data.writeUIntBE(frameNumber, 0, 6);
  data[6] = isLast ? 1 : 0;
  return data;
}

/** Plain bytes in, a sealed backup out. */
export class SealFrames extends Transform {
  readonly #key: Buffer;
  #pending: Buffer[] = [];
  #pendingLength = 0;
  #frameNumber = 0;

  constructor(masterKey: Buffer) {
    super();
    const salt = randomBytes(saltLength);
    this.#key = fileKey(masterKey, salt);
    this.push(Buffer.concat([backupMagic, Buffer.from([formatVersion]), salt]));
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#pending.push(chunk);
    this.#pendingLength += chunk.length;
    // Strictly more: the last frame is never empty of a decision, so one frame is always kept back for the end.
    while (this.#pendingLength > frameLength) this.#seal(frameLength, false);
    done();
  }

  override _flush(done: TransformCallback): void {
    this.#seal(this.#pendingLength, true);
    done();
  }

  #seal(length: number, isLast: boolean): void {
    const bytes = Buffer.concat(this.#pending);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonceOf(this.#frameNumber), { authTagLength: tagLength });
    cipher.setAAD(authenticated(this.#frameNumber, isLast));
    const sealed = Buffer.concat([cipher.update(bytes.subarray(0, length)), cipher.final(), cipher.getAuthTag()]);
    const prefix = Buffer.alloc(4);
    prefix.writeUInt32BE(sealed.length);
    this.push(Buffer.concat([prefix, sealed]));
    this.#frameNumber += 1;
    this.#pending = [bytes.subarray(length)];
    this.#pendingLength = bytes.length - length;
  }
}

/** A sealed backup in, plain bytes out. Errors with BackupFileError. */
export class OpenFrames extends Transform {
  readonly #masterKey: Buffer;
  #key: Buffer | null = null;
  #pending = Buffer.alloc(0);
  #frameNumber = 0;
  #hasEnded = false;

  constructor(masterKey: Buffer) {
    super();
    this.#masterKey = masterKey;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#pending = Buffer.concat([this.#pending, chunk]);
    try {
      if (this.#key === null && this.#pending.length >= headerLength) this.#readHeader();
      if (this.#key !== null) this.#openWholeFrames(this.#key);
      done();
    } catch (error) {
      done(error instanceof Error ? error : new BackupFileError('wrong_key_or_damaged'));
    }
  }

  override _flush(done: TransformCallback): void {
    if (this.#key === null) done(new BackupFileError('not_a_backup'));
    else if (!this.#hasEnded || this.#pending.length > 0) done(new BackupFileError('cut_off'));
    else done();
  }

  #readHeader(): void {
    if (!this.#pending.subarray(0, backupMagic.length).equals(backupMagic)) throw new BackupFileError('not_a_backup');
    if (this.#pending[backupMagic.length] !== formatVersion) throw new BackupFileError('newer_format');
    this.#key = fileKey(this.#masterKey, this.#pending.subarray(backupMagic.length + 1, headerLength));
    this.#pending = this.#pending.subarray(headerLength);
  }

  #openWholeFrames(key: Buffer): void {
    while (this.#pending.length >= 4) {
      const length = this.#pending.readUInt32BE();
      if (length < tagLength || length > frameLength + tagLength || this.#hasEnded) throw new BackupFileError('wrong_key_or_damaged');
      if (this.#pending.length < 4 + length) return;
      this.push(this.#openFrame(key, this.#pending.subarray(4, 4 + length)));
      this.#pending = this.#pending.subarray(4 + length);
    }
  }

  #openFrame(key: Buffer, sealed: Buffer): Buffer {
    // Which frame is the last is not written in clear: a frame opens under exactly one of the two.
    for (const isLast of [false, true]) {
      const plain = tryOpen(key, sealed, this.#frameNumber, isLast);
      if (plain === null) continue;
      this.#frameNumber += 1;
      this.#hasEnded = isLast;
      return plain;
    }
    throw new BackupFileError('wrong_key_or_damaged');
  }
}

function tryOpen(key: Buffer, sealed: Buffer, frameNumber: number, isLast: boolean): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(frameNumber), { authTagLength: tagLength });
  decipher.setAAD(authenticated(frameNumber, isLast));
  decipher.setAuthTag(sealed.subarray(-tagLength));
  const plain = decipher.update(sealed.subarray(0, -tagLength));
  try {
    decipher.final();
    return plain;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
