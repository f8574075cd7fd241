// Tests run on Node; the engine itself knows no process, and is checked without Node's types.
declare const process: { readonly env: Readonly<Record<string, string | undefined>> };

/**
 * How often a property is tried. LOANBOOK_PROPERTY_RUNS replaces every file's own number; where fewer are asked for, as
 * for thousands of mutants, the first failure is enough and no smaller one is looked for.
 */
export function propertyRuns(usual: number): { readonly numRuns: number; readonly endOnFailure: boolean } {
  const asked = Number(process.env['LOANBOOK_PROPERTY_RUNS'] ?? Number.NaN);
  const numRuns = Number.isInteger(asked) && asked > 0 ? asked : usual;
  return { numRuns, endOnFailure: numRuns < usual };
}
