import fc from 'fast-check';
import type { LoanStory } from '@loanbook/engine/testing/commands.ts';
import { live } from '@loanbook/engine/testing/commands-life.ts';
import { lifeProperties, type LifeProperty } from '@loanbook/engine/testing/commands-properties.ts';
import type { SoakOptions } from './soak-options.ts';
import { endProgress, openProgress, saveProgress } from './soak-progress.ts';

const usualRuns = 200_000;
const batchSize = 1000;

/**
 * Lives of loans, `runs` for each property, in batches whose seeds follow from the first: batch 7 of seed 42 is the same
 * thousand lives on every machine.
 */
export async function soakEngine({ runs, seed, only }: SoakOptions): Promise<boolean> {
  const chosen = lifeProperties.filter((property) => only === null || property.name === only);
  if (chosen.length === 0) {
    console.error(`没有“${only}”这一项。 There is no property “${only}”: ${lifeProperties.map((property) => property.name).join(' ')}`);
    return false;
  }
  let progress = openProgress('engine', seed, runs ?? usualRuns);
  console.log(`seed ${progress.seed}, ${progress.runs} lives for each of: ${chosen.map((property) => property.name).join(' ')}`);
  for (const property of chosen) {
    const batches = Math.ceil(progress.runs / batchSize);
    for (let batch = progress.done[property.name] ?? 0; batch < batches; batch += 1) {
      const size = Math.min(batchSize, progress.runs - batch * batchSize);
      if (!tryBatch(property, progress.seed + batch, size)) return false;
      progress = { ...progress, done: { ...progress.done, [property.name]: batch + 1 } };
      saveProgress('engine', progress);
      if ((batch + 1) % 10 === 0 || batch + 1 === batches) console.log(`${property.name}: ${batch * batchSize + size} of ${progress.runs}`);
    }
  }
  endProgress('engine');
  return true;
}

function tryBatch(property: LifeProperty, seed: number, size: number): boolean {
  const outcome = fc.check(property.property, { seed, numRuns: size });
  if (!outcome.failed) return true;
  console.error(`✗ ${property.name}: npm run soak -- engine --only ${property.name} --seed ${seed} --runs ${size}`);
  console.error(outcome.errorInstance instanceof Error ? outcome.errorInstance.stack : String(outcome.errorInstance));
  const [story] = outcome.counterexample ?? [];
  if (story !== undefined) tellStory(story);
  return false;
}

/** The smallest life that fails, as the loan saw it. */
function tellStory(story: LoanStory): void {
  console.error(JSON.stringify({ terms: story.terms, begun: story.begun }));
  try {
    live(story, ({ event, refusal }) => { console.error(`${refusal === null ? 'posted ' : `refused (${refusal.code}) `}${JSON.stringify(event)}`); });
  } catch (error) {
    console.error(`here it broke: ${String(error)}`);
  }
}
