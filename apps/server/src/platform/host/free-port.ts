import { createServer } from 'node:net';
import { systemErrorCode } from '../start-failure.ts';

/** Whether this port can be listened on now; an address that is not this machine's is an error of its own. */
export function isPortFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (systemErrorCode(error) === 'EADDRINUSE' ? resolve(false) : reject(error)));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** The remembered loopback port when it is free, else one that the system says is free. */
export async function chooseFreePort(remembered: number | null): Promise<number> {
  if (remembered !== null && (await isPortFree(remembered, '127.0.0.1'))) return remembered;
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('the system named no free port'));
      });
    });
  });
}
