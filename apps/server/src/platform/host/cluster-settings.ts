import type { PostgresBinaries } from './postgres-binaries.ts';
import type { ServerUser } from './server-user.ts';

/** Everything that is needed to make, start, find again and stop one database cluster. */
export interface ClusterSettings {
  readonly binaries: PostgresBinaries;
  readonly user: ServerUser | null;
  /** Holds the cluster, its port and its log; no link in its path, since the path identifies the cluster. */
  readonly homeFolder: string;
  readonly superuserName: string;
  readonly superuserPassword: string;
  readonly onProgress: (progress: ClusterProgress) => void;
}

export type ClusterProgress = 'initialising' | 'starting' | 'recovering' | 'stopping';

export interface RunningCluster {
  readonly port: number;
  /** The postmaster's process id. */
  readonly pid: number;
  /** True when it was already running: left over from a killed server, or another process of ours keeps it. */
  readonly isAdopted: boolean;
  superuserUrl(databaseName: string): string;
}

/** What PostgreSQL is always started with; the command line outranks the cluster's own files. */
export const serverSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '100',
  logging_collector: 'off',
};

export function clusterUrl(settings: ClusterSettings, port: number, databaseName: string): string {
  return `postgres://${settings.superuserName}:${encodeURIComponent(settings.superuserPassword)}@127.0.0.1:${port}/${databaseName}`;
}
