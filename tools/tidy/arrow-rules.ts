import { isFeatureIndex } from './syntax-rules.ts';
import type { ImportReference, SourceFile } from './source-file.ts';

/** One layer: which files it is, and what it may import besides itself. */
interface Layer {
  readonly name: string;
  readonly files: RegExp;
  readonly mayImport: RegExp;
  readonly packages: RegExp;
  readonly instead: string;
}

const anyPackage = /./;

const layers: readonly Layer[] = [
  { name: 'engine', files: /^packages\/engine\/src\//, mayImport: /^packages\/engine\//, packages: /^$/, instead: 'the engine depends on nothing; pass the value in' },
  { name: 'contract', files: /^packages\/contract\/src\//, mayImport: /^packages\/(contract|engine)\//, packages: /^zod$/, instead: 'the contract knows the engine and zod only' },
  { name: 'ledger-reader', files: /^packages\/ledger-reader\/src\//, mayImport: /^packages\/(ledger-reader|contract|engine)\//, packages: /^(node:|hucre|csv-parse)/, instead: 'the reader knows engine, contract and its file libraries' },
  { name: 'server platform', files: /^apps\/server\/src\/platform\//, mayImport: /^(apps\/server\/src\/platform|packages\/(contract|engine))\//, packages: anyPackage, instead: 'platform knows no feature; the feature passes what platform needs' },
  { name: 'server features', files: /^apps\/server\/src\/features\//, mayImport: /^(apps\/server\/src\/(platform|features)|packages)\/|^apps\/server\/src\/cli\/json-command\.ts$/, packages: anyPackage, instead: 'features are put together in app.ts only' },
  { name: 'web platform', files: /^apps\/web\/src\/platform\//, mayImport: /^(apps\/web\/src\/platform|packages\/(contract|engine))\//, packages: anyPackage, instead: 'platform knows no feature and no component' },
  { name: 'web ui', files: /^apps\/web\/src\/ui\//, mayImport: /^(apps\/web\/src\/(ui|platform)|packages\/(contract|engine))\//, packages: anyPackage, instead: 'ui has no domain words; the feature passes texts and handlers' },
  { name: 'ledger grid', files: /^apps\/web\/src\/ledger-grid\//, mayImport: /^(apps\/web\/src\/(ledger-grid|ui|platform)|packages\/(contract|engine))\//, packages: anyPackage, instead: 'the grid knows no feature; the feature passes its list' },
  { name: 'web features', files: /^apps\/web\/src\/features\//, mayImport: /^(apps\/web\/src\/(features|ledger-grid|ui|platform)|packages\/(contract|engine|ledger-reader\/src\/identity))\//, packages: anyPackage, instead: 'features are put together in app/ only' },
];

/** Tests may also use the test runner, the generators, files, and the server's test folder. */
const testPackages = /^(vitest|fast-check|node:|@testing-library)/;
const testTargets = /^apps\/(server|web)\/(test|src\/app\.ts)/;

export function forbiddenArrows(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const layer = layers.find((candidate) => candidate.files.test(file.path));
    if (!layer) return [];
    return file.imports.filter((reference) => !isAllowed(layer, file, reference)).map((reference) => `${file.path}: imports ${reference.specifier}; ${layer.instead}`);
  });
}

/** From one feature into another only through <feature>.index.ts; tests are bound by it too. */
export function featureShortcuts(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const from = featureOf(file.path);
    if (!from) return [];
    return file.imports.flatMap((reference) => {
      const to = reference.target === null ? null : featureOf(reference.target);
      if (reference.target === null || !to || to.root !== from.root || to.name === from.name || isFeatureIndex(reference.target)) return [];
      return [`${file.path}: imports ${reference.specifier} of another feature; add it to ${to.name}.index.ts and import that`];
    });
  });
}

/** Chains of imports that come back to where they started, each named once. */
export function importCycles(files: readonly SourceFile[]): string[] {
  const graph = new Map(files.map((file) => [file.path, file.imports.flatMap((reference) => (reference.target === null ? [] : [reference.target]))]));
  const finished = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) cycles.push(`${[...trail.slice(start), file].join(' → ')}: move what both need into a third file`);
    if (start >= 0 || finished.has(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...trail, file]);
    finished.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}

/** Imports that lead to no file: found here even in files that no type check covers. */
export function brokenImports(files: readonly SourceFile[], paths: readonly string[]): string[] {
  const known = new Set(paths);
  return files.flatMap((file) => file.imports
    .filter((reference) => reference.target !== null && /\.(ts|tsx|mjs)$/.test(reference.target) && !known.has(reference.target))
    .map((reference) => `${file.path}: imports ${reference.specifier}, which does not exist`));
}

function isAllowed(layer: Layer, file: SourceFile, reference: ImportReference): boolean {
  if (reference.target !== null) return layer.mayImport.test(reference.target) || (file.isTest && testTargets.test(reference.target));
  return layer.packages.test(reference.specifier) || (file.isTest && testPackages.test(reference.specifier));
}

function featureOf(file: string): { root: string; name: string } | null {
  const match = /^(apps\/(?:server|web)\/src\/features)\/([a-z-]+)\//.exec(file);
  return match?.[1] && match[2] ? { root: match[1], name: match[2] } : null;
}
