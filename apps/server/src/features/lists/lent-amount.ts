import { sql } from 'kysely';
import type { SqlPart } from '../../platform/lists/list-definition.ts';

/** Marks a loan that is lent in several parts; see `createLoan`. */
export const lentInPartsFlag = 'lent_in_parts';

/** What was lent of a loan_current row r: of a loan lent in parts what has been lent so far, else what was agreed. */
export const lentFen: SqlPart = sql`(case when ${sql.lit(lentInPartsFlag)} = any(r.flags) then least(r.principal_fen, r.outstanding_principal_fen + r.repaid_principal_fen) else r.principal_fen end)`;
