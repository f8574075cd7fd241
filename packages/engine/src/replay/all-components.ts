import type { DebtComponent } from '../terms.ts';

export const allComponents: readonly DebtComponent[] = ['fee', 'compound', 'penalty', 'interest', 'principal'];
