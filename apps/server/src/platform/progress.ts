/** Says what the program is doing when a step takes longer than a second, and again every ten. */
export async function withProgress<Result>(chinese: string, english: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  let isAnnounced = false;
  const announce = (): void => {
    console.log(isAnnounced ? `  … ${((performance.now() - started) / 1000).toFixed(0)} s` : `${chinese}… ${english}…`);
    isAnnounced = true;
  };
  const first = setTimeout(announce, 800);
  const repeated = setInterval(announce, 10_000);
  try {
    return await work();
  } finally {
    clearTimeout(first);
    clearInterval(repeated);
  }
}
