// Tests run on Node; the engine itself knows no process, and is checked without Node's types.
declare const process: { readonly env: Readonly<Record<string, string | undefined>> };

/**
 * How often a property is tried. LOANBOOK_PROPERTY_RUNS replaces every file's own number: few where thousands of
 * mutants each run the tests again, many for a long night.
 */
export function propertyRuns(usual: number): { readonly numRuns: number } {
  const asked = Number(process.env['LOANBOOK_PROPERTY_RUNS'] ?? Number.NaN);
  return { numRuns: Number.isInteger(asked) && asked > 0 ? asked : usual };
}
