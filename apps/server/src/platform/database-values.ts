import pg from 'pg';

const { builtins } = pg.types;

/**
 * How PostgreSQL's values arrive: int8 as a number (throws beyond 2^53, where a number would round), date as its own
 * text, timestamptz as ISO text in UTC. Given with each query, so that any pool will do.
 */
export const databaseValues: pg.CustomTypesConfig = {
  getTypeParser(typeId: number, format?: string) {
    // as: the library's own overloads want the literal it was given.
    if (format === 'binary') return pg.types.getTypeParser(typeId, 'binary');
    switch (typeId) {
      case builtins.INT8: return readSafeInteger;
      case builtins.DATE: return readText;
      case builtins.TIMESTAMPTZ: return readInstant;
      default: return pg.types.getTypeParser(typeId, 'text');
    }
  },
};

function readSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint of the database is beyond what a number holds exactly');
  return value;
}

function readText(text: string): string {
  return text;
}

function readInstant(text: string): string {
  const instant: unknown = pg.types.getTypeParser(builtins.TIMESTAMPTZ, 'text')(text);
  if (!(instant instanceof Date)) throw new RangeError('infinite instants are not used');
  return instant.toISOString();
}
