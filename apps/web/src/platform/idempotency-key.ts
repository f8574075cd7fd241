import { useState } from 'react';

export interface ContentKeys {
  readonly keyFor: (body: unknown) => string;
  readonly done: () => void;
}

/** A fresh random key, 32 hex digits. Not crypto.randomUUID, which plain HTTP on a local network does not have. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * One key for what the person is about to post: the same content keeps its key, so pressing twice or again after
 * a lost answer has one effect; changed content gets a new one. Call `done` after success.
 */
export function contentKeys(): ContentKeys {
  let last: { readonly content: string; readonly key: string } | null = null;
  return {
    keyFor: (body) => {
      const content = JSON.stringify(body);
      if (last?.content !== content) last = { content, key: newIdempotencyKey() };
      return last.key;
    },
    done: () => {
      last = null;
    },
  };
}

/** The keys of one form, as long as it is on the page. */
export function useIdempotencyKey(): ContentKeys {
  return useState(contentKeys)[0];
}
