/**
 * Resolves once when somebody wants this process to end: Ctrl-C, a service manager, a closed terminal, or the end
 * of the process that started it (whose channel closes even when it was killed). Later signals change nothing.
 */
export function waitForStopSignal(): { readonly stopped: Promise<string>; readonly signal: AbortSignal } {
  const controller = new AbortController();
  const stopped = new Promise<string>((resolve) => {
    const stop = (reason: string): void => {
      controller.abort(reason);
      resolve(reason);
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop(name));
    process.on('disconnect', () => stop('disconnect'));
  });
  return { stopped, signal: controller.signal };
}
