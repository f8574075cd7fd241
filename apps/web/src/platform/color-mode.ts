import { useSyncExternalStore } from 'react';
import { storedPreference, usePreference } from './stored-preference.ts';

export type ColorModeChoice = 'system' | 'light' | 'dark';

export const colorModePreference = storedPreference<ColorModeChoice>('color-mode', ['system', 'light', 'dark'], () => 'system');

/** What to show: the person's choice, or what the device asks for. Follows both as they change. */
export function useColorMode(): 'light' | 'dark' {
  const choice = usePreference(colorModePreference);
  const isDeviceDark = useMediaQuery('(prefers-color-scheme: dark)');
  if (choice !== 'system') return choice;
  return isDeviceDark ? 'dark' : 'light';
}

export function useMediaQuery(mediaQuery: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = globalThis.matchMedia(mediaQuery);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => globalThis.matchMedia(mediaQuery).matches,
  );
}

/** Below 992 px the phone layout is shown: bottom tabs, stacked rows, taller controls. */
export function useIsPhone(): boolean {
  return useMediaQuery('(max-width: 991.98px)');
}
