import type { ColumnMeaning } from './column-meaning.ts';

/** What a table is mainly about; words such as 本金 mean something else in each. */
export type TableContext = 'customer' | 'loan' | 'repayment' | 'installment' | 'overdue';

type Candidates = readonly ColumnMeaning[];
/** Candidates in order of preference; the first that the cells agree with is taken. */
export type HeaderRule = readonly [RegExp, Candidates | Readonly<Partial<Record<TableContext, Candidates>>>];
