import type pg from 'pg';

/** One table whose rows hang on a loan or a customer. */
interface CopiedTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Rows are copied in this order, so that they lie on disk as they would after years of ordinary work. */
  readonly order: string;
}

/** Ids that all copies share: who owns the book and who wrote in it. */
const sharedIds: ReadonlySet<string> = new Set(['institution_id', 'actor_id', 'import_id']);
const numberColumns: ReadonlySet<string> = new Set(['customer_no', 'receipt_no', 'contract_no']);
const digestColumns: ReadonlySet<string> = new Set(['id_number_index', 'mobile_index']);

/** Every table with a loan or a customer in it, as the migrations have made it: what is added later is copied too. */
export async function copiedTables(owner: pg.ClientBase): Promise<CopiedTable[]> {
  const answer = await owner.query<{ name: string; columns: { name: string; type: string }[]; is_of_loan: boolean }>(`
    select c.relname as name, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum) as columns, bool_or(a.attname = 'loan_id') as is_of_loan
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    group by c.relname having bool_or(a.attname in ('loan_id', 'customer_id')) order by c.relname`);
  return answer.rows.map(({ name, columns, is_of_loan: isOfLoan }) => {
    const keys = ['number', 'sequence', 'event_id'].filter((key) => columns.some((column) => column.name === key));
    return { name, columns, order: [isOfLoan ? 'loan_id' : 'customer_id', ...keys].join(', ') };
  });
}

/**
 * Writes every row of a table again, `copies` times, under ids and numbers of its own. The same id becomes the same new
 * id wherever it stands, so references hold. The caller has switched foreign keys off; they hold by construction.
 */
export async function copyRows(owner: pg.ClientBase, table: CopiedTable, copies: number): Promise<void> {
  const indexes = await dropIndexes(owner, table.name);
  await owner.query(`create temporary table template as select * from ${table.name} order by ${table.order}`);
  await owner.query('analyze template');
  const names = table.columns.map((column) => column.name).join(', ');
  for (let copy = 1; copy <= copies; copy += 1) {
    const values = table.columns.map((column) => copiedValue(column, copy)).join(', ');
    await owner.query(`insert into ${table.name} (${names}) select ${values} from template`);
  }
  await owner.query('drop table template');
  for (const definition of indexes) await owner.query(definition);
  await owner.query(`vacuum (analyze) ${table.name}`);
}

function copiedValue({ name, type }: { readonly name: string; readonly type: string }, copy: number): string {
  if (numberColumns.has(name)) return `${name} || '-${copy}'`;
  if (digestColumns.has(name)) return `sha256(${name} || int4send(${copy}))`;
  // The first eight digits are the oldest part of the id's time: later copies follow the earlier ones in every index.
  if (type === 'uuid' && !sharedIds.has(name)) return `overlay(${name}::text placing lpad(to_hex(('x' || left(${name}::text, 8))::bit(32)::bigint + ${copy}), 8, '0') from 1 for 8)::uuid`;
  return name;
}

/** Indexes that no constraint needs, dropped; returns how to make them again. */
async function dropIndexes(owner: pg.ClientBase, table: string): Promise<string[]> {
  const answer = await owner.query<{ name: string; definition: string }>(`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
    where i.indrelid = $1::regclass and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`, [table]);
  for (const { name } of answer.rows) await owner.query(`drop index ${name}`);
  return answer.rows.map((row) => row.definition);
}
