import { useSyncExternalStore } from 'react';

/** One remembered choice of this browser, such as the theme. All readers follow a change at once. */
export interface StoredPreference<Value extends string> {
  readonly read: () => Value;
  readonly write: (value: Value) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function storedPreference<Value extends string>(name: string, allowed: readonly Value[], fallback: () => Value): StoredPreference<Value> {
  const key = `loanbook.${name}`;
  const listeners = new Set<() => void>();
  let current: Value | undefined;
  const read = (): Value => {
    current ??= allowed.find((value) => value === storedText(key)) ?? fallback();
    return current;
  };
  const write = (value: Value): void => {
    current = value;
    storeText(key, value);
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { read, write, subscribe };
}

export function usePreference<Value extends string>(preference: StoredPreference<Value>): Value {
  return useSyncExternalStore(preference.subscribe, preference.read);
}

function storedText(key: string): string | null {
  try {
    return globalThis.localStorage?.getItem(key) ?? null;
  } catch {
    return null; // Storage is refused in some private windows; the preference then lasts as long as the page.
  }
}

function storeText(key: string, value: string): void {
  try {
    globalThis.localStorage?.setItem(key, value);
  } catch {
    return; // As above: refused or full storage must not stop anybody's work.
  }
}
