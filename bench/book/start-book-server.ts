import { fork } from 'node:child_process';
import { once } from 'node:events';
import { request, Agent } from 'node:http';
import path from 'node:path';
import type { BookServerOrder, BookServerReport } from './book-server.ts';
import type { LargeBook } from './open-large-book.ts';

/** A server on the book in a process of its own, so that the measuring does not take its time. */
export interface RunningBookServer {
  /** Milliseconds until the whole answer was there. */
  post(url: string, body: unknown): Promise<{ readonly status: number; readonly text: string; readonly ms: number }>;
  /** Processor time and statements since the last call. */
  used(): Promise<BookServerReport>;
  stop(): Promise<void>;
}

export async function startBookServer(book: LargeBook, nodeOptions: readonly string[] = []): Promise<RunningBookServer> {
  const child = fork(path.join(import.meta.dirname, 'book-server.ts'), [], { execArgv: ['--disable-warning=ExperimentalWarning', ...nodeOptions] });
  const next = async (): Promise<BookServerReport> => {
    const [report] = await once(child, 'message');
    // as: book-server.ts sends nothing else.
    return report as BookServerReport;
  };
  child.send({ appUrl: book.appUrl, masterKeyBase64: book.app.masterKey.toString('base64'), dataFolder: book.app.dataFolder } satisfies BookServerOrder);
  const { port } = await next();
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const cookie = `loanbook=${await book.openSession()}`;
  let keyNumber = 0;
  const keyStart = `bench-${process.pid}-${Date.now()}`;
  return {
    post: (url, body) => new Promise((resolve, reject) => {
      const started = performance.now();
      const text = JSON.stringify(body);
      const headers = { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), 'idempotency-key': `${keyStart}-${(keyNumber += 1)}` };
      const sent = request({ agent, port, host: '127.0.0.1', method: 'POST', path: url, headers }, (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8'), ms: performance.now() - started }));
      });
      sent.on('error', reject);
      sent.end(text);
    }),
    used: () => {
      const answer = next();
      child.send('report');
      return answer;
    },
    stop: async () => {
      agent.destroy();
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
