import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of reference data beside the checkout, or null where it is not; tests that need it then skip and say so. */
export function sharedFolder(): string | null {
  const folder = join(import.meta.dirname, '../../../../shared');
  return existsSync(join(folder, 'vectors')) ? folder : null;
}

/** Why a test is skipped, for its name. */
export const needsShared = sharedFolder() ? '' : ' (skipped: the reference data is not beside this checkout)';
