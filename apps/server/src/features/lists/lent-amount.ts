import { sql } from 'kysely';
import type { SqlPart } from '../../platform/lists/list-definition.ts';

/** Marks a loan that is lent in several parts; see `createLoan`. */
export const lentInPartsFlag = 'lent_in_parts';

/** Lent by draws: of these the terms' principal is what may be lent, not what was. An old book's amount stands as it was stated. */
const isLentByDraws: SqlPart = sql`(not r.is_taken_over and r.method = 'revolving')`;

/** What was lent of a loan_current row r: by draws all of them together, in parts what has been lent so far, else what was agreed. */
export const lentFen: SqlPart = sql`(case when ${isLentByDraws} then r.outstanding_principal_fen + r.repaid_principal_fen when ${sql.lit(lentInPartsFlag)} = any(r.flags) then least(r.principal_fen, r.outstanding_principal_fen + r.repaid_principal_fen) else r.principal_fen end)`;
