/** The environment for PostgreSQL's programs: ours without the PG… variables, which would redirect them. */
export function databaseEnvironment(): Record<string, string> {
  const environment: Record<string, string> = { LC_ALL: 'C' };
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !name.startsWith('PG') && !name.startsWith('LC_')) environment[name] = value;
  }
  // The master key and an external server's address are none of the database's business.
  delete environment['LOANBOOK_MASTER_KEY'];
  delete environment['DATABASE_URL'];
  return environment;
}
