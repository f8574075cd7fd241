import { reasonOf } from '../start-failure.ts';
import type { ClusterSettings, RunningCluster } from './cluster-settings.ts';
import { startCluster } from './database-cluster.ts';
import { pause } from './pause.ts';
import { isProcessAlive } from './process-identity.ts';

export interface SupervisorEvents {
  onDeath(): void;
  onRestart(cluster: RunningCluster): void;
  /** It could not be brought back, or too often: the server must end. */
  onLost(reason: string): void;
}

const lookEveryMs = 300;
const restartLimit = 5;
const restartWindowMs = 600_000;

/**
 * Watches a running database and restarts it when it dies: at most 5 times in 10 minutes, on the same port, since
 * the server's connections know no other. Returns the function that ends the watch.
 */
export function superviseCluster(settings: ClusterSettings, running: RunningCluster, events: SupervisorEvents): () => void {
  let isWatching = true;
  let cluster = running;
  let restarts: number[] = [];
  const watch = async (): Promise<void> => {
    while (isWatching) {
      await pause(lookEveryMs);
      if (!isWatching || isProcessAlive(cluster.pid)) continue;
      events.onDeath();
      restarts = [...restarts.filter((time) => Date.now() - time < restartWindowMs), Date.now()];
      if (restarts.length > restartLimit) return events.onLost(`${restarts.length} × / ${restartWindowMs / 60_000} min`);
      const restarted = await startCluster(settings);
      if (restarted.port !== cluster.port) return events.onLost(`port ${cluster.port} → ${restarted.port}`);
      cluster = restarted;
      events.onRestart(cluster);
    }
  };
  watch().catch((error: unknown) => events.onLost(reasonOf(error)));
  return () => {
    isWatching = false;
  };
}
