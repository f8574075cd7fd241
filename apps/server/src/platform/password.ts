import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { commonPasswords } from './common-passwords.ts';
import { failure } from './failure.ts';

export const minimumPasswordLength = 12;

/** argon2id, 19 MiB, two passes, one lane: the least OWASP accepts; about 20 ms on a small machine. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(spelling(password), cost);
}

/** True when the password is the one hashed. A hash of null takes the same work and answers false. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isMatch = await verify(passwordHash ?? (await dummyHash()), spelling(password));
  return isMatch && passwordHash !== null;
}

/**
 * Length and commonness, no composition rules (ASVS 5). `words` are what an attacker tries next: the person's user
 * name and the institution's name. Throws Failure `weak_password`.
 */
export function requireStrongPassword(password: string, words: readonly string[]): void {
  const plain = spelling(password).toLowerCase().replace(/[\s._-]/gu, '');
  const isGuessable = [...password].length < minimumPasswordLength || commonPasswords.has(plain) || isRun(plain) || isRepetition(plain) || isMostly(plain, words);
  if (isGuessable) throw failure('weak_password', { minimum: minimumPasswordLength });
}

const oneTimeAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups of four without look-alikes, 79 bits: read out over the telephone, changed at the first sign-in. */
export function oneTimePassword(): string {
  const characters = Array.from({ length: 16 }, () => oneTimeAlphabet.charAt(randomInt(oneTimeAlphabet.length)));
  return [0, 4, 8, 12].map((from) => characters.slice(from, from + 4).join('')).join('-');
}

/** Keyboards write the same Chinese or accented character in more than one way. */
function spelling(password: string): string {
  return password.normalize('NFKC');
}

const rows = ['012345678901234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm', 'qwertyuiop[]', 'asdfghjkl;', 'zxcvbnm,./', '!@#$%^&*()'];

/** Whole password along the digits, the alphabet or a keyboard row, in either direction. */
function isRun(plain: string): boolean {
  return rows.some((row) => row.includes(plain) || [...row].toReversed().join('').includes(plain));
}

/** One short piece again and again: aaaaaaaaaaaa, 123123123123, abcabcabcabc. */
function isRepetition(plain: string): boolean {
  return [1, 2, 3, 4].some((length) => plain.length > length && plain === plain.slice(0, length).repeat(Math.ceil(plain.length / length)).slice(0, plain.length));
}

/** Fewer than six characters are left when a known word is taken out wherever it stands. */
function isMostly(plain: string, words: readonly string[]): boolean {
  return words.some((word) => {
    const known = spelling(word).toLowerCase().replace(/[\s._-]/gu, '');
    return known.length >= 3 && plain.includes(known) && plain.replaceAll(known, '').length < 6;
  });
}

let dummy: Promise<string> | undefined;

/** So that a sign-in under an unknown name costs what a known one does. */
function dummyHash(): Promise<string> {
  dummy ??= hash('nobody has this password', cost);
  return dummy;
}
