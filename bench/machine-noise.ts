/** How long the same work took each time: what else goes on in the machine shows as spread. */
export interface MachineNoise {
  readonly leastMs: number;
  readonly medianMs: number;
  readonly mostMs: number;
}

const repetitions = 25;
const steps = 4_000_000;

/** A fixed loop on one core, by the wall clock. On a quiet machine least and most hardly differ. */
export function machineNoise(): MachineNoise {
  loop();
  const durations = Array.from({ length: repetitions }, () => {
    const started = performance.now();
    if (!Number.isInteger(loop())) throw new Error('the loop gave no number');
    return performance.now() - started;
  }).toSorted((left, right) => left - right);
  return { leastMs: durations[0] ?? 0, medianMs: durations[Math.floor(repetitions / 2)] ?? 0, mostMs: durations.at(-1) ?? 0 };
}

function loop(): number {
  let state = 1;
  for (let step = 0; step < steps; step += 1) state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  return state;
}
