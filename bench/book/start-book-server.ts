import { fork } from 'node:child_process';
import { once } from 'node:events';
import { request, Agent } from 'node:http';
import path from 'node:path';
import type { BookServerOrder, BookServerReport } from './book-server.ts';
import type { LargeBook } from './open-large-book.ts';

/** `ms`: until the whole answer was there. */
export interface BookReply {
  readonly status: number;
  readonly text: string;
  readonly ms: number;
}

/** A server on the book in a process of its own, so that the measuring does not take its time. */
export interface RunningBookServer {
  readonly pid: number;
  post(url: string, body: unknown): Promise<BookReply>;
  send(method: 'GET' | 'POST', url: string, body?: string | Buffer, contentType?: string): Promise<BookReply>;
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
  const send: RunningBookServer['send'] = (method, url, body, contentType) => new Promise((resolve, reject) => {
    const started = performance.now();
    const about = body === undefined ? {} : { 'content-type': contentType, 'content-length': Buffer.byteLength(body), 'idempotency-key': `${keyStart}-${(keyNumber += 1)}` };
    const sent = request({ agent, port, host: '127.0.0.1', method, path: url, headers: { cookie, ...about } }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8'), ms: performance.now() - started }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
  return {
    pid: child.pid ?? 0, send,
    post: (url, body) => send('POST', url, JSON.stringify(body), 'application/json'),
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
