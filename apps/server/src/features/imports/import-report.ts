import type { Import } from '@loanbook/contract/features/imports.ts';

/** What an import wrote, held against the paper. */
export type ImportReport = NonNullable<Import['report']>;
