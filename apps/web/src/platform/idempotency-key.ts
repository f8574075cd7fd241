import { useCallback, useRef } from 'react';

/** A fresh random key, 32 hex digits. Not crypto.randomUUID, which plain HTTP on a local network does not have. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * One key for what the person is about to post: the same content keeps its key, so pressing twice or again after
 * a lost answer has one effect; changed content gets a new one. Call `done` after success.
 */
export function useIdempotencyKey(): { readonly keyFor: (body: unknown) => string; readonly done: () => void } {
  const last = useRef<{ content: string; key: string } | null>(null);
  const keyFor = useCallback((body: unknown): string => {
    const content = JSON.stringify(body);
    if (last.current?.content !== content) last.current = { content, key: newIdempotencyKey() };
    return last.current.key;
  }, []);
  const done = useCallback(() => {
    last.current = null;
  }, []);
  return { keyFor, done };
}
