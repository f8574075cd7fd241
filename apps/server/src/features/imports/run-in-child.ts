import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface ChildLimits {
  readonly milliseconds: number;
  readonly heapMegabytes: number;
}

/** Why a child gave no answer. */
export type ChildDefect = 'too_slow' | 'too_large' | 'crashed' | 'cancelled';

export class ChildFailure extends Error {
  readonly defect: ChildDefect;

  constructor(defect: ChildDefect) {
    super(defect);
    this.defect = defect;
  }
}

interface ChildWork<Task extends object, Message> {
  /** The module that answers one message of its parent. */
  readonly module: URL;
  readonly task: Task;
  /** True when the message was the answer, which ends the child. */
  readonly onMessage: (message: Message) => boolean;
  readonly limits: ChildLimits;
  readonly cancel?: AbortSignal;
}

/**
 * Has a file worked on in a process of its own, which a hostile one may hang or fill without harm to the server.
 * Resolves once `onMessage` took the answer. Throws ChildFailure; `cancel` ends the child at once.
 */
export function runInChild<Task extends object, Message>({ module, task, onMessage, limits, cancel }: ChildWork<Task, Message>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(module), [], {
      execArgv: [`--max-old-space-size=${limits.heapMegabytes}`],
      serialization: 'advanced',
      // The child needs nothing of the server's environment, secrets least of all.
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let outcome: (() => void) | null = null;
    const end = (settle: () => void): void => {
      outcome ??= settle;
      child.kill('SIGKILL');
    };
    const fail = (defect: ChildDefect) => (): void => reject(new ChildFailure(defect));
    const timer = setTimeout(() => end(fail('too_slow')), limits.milliseconds);
    const onCancel = (): void => end(fail('cancelled'));
    cancel?.addEventListener('abort', onCancel, { once: true });
    // as: parent and child share the type of their messages; nobody else has this channel.
    child.on('message', (message) => { if (onMessage(message as Message)) end(resolve); });
    child.on('error', (error) => end(() => reject(error)));
    child.once('exit', (code) => {
      clearTimeout(timer);
      cancel?.removeEventListener('abort', onCancel);
      // Out of memory ends a process by a signal, an error of ours with code 1.
      (outcome ?? fail(code === 1 ? 'crashed' : 'too_large'))();
    });
    // A child that ends before it has read its task is reported by `exit`.
    child.send(task, () => undefined);
  });
}
