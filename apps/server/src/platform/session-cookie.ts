import type { FastifyReply, FastifyRequest } from 'fastify';
import { usesTls, type AppContext } from './app-context.ts';
import { absoluteLimitMs } from './session-store.ts';

export interface SessionCookie {
  read(): string | undefined;
  write(value: string): void;
  clear(): void;
  /** The long-lived cookie that marks a browser somebody has signed in from; it gives no right. */
  readDevice(): string | undefined;
  writeDevice(value: string): void;
}

const deviceCookieSeconds = 180 * 24 * 3600;

/** Under TLS the __Host- prefix pins the cookies to this host; on plain loopback Safari would refuse it. */
export function sessionCookie(app: AppContext, request: FastifyRequest, reply: FastifyReply): SessionCookie {
  const isSecure = usesTls(app);
  const prefix = isSecure ? '__Host-' : '';
  const name = `${prefix}loanbook`;
  const deviceName = `${prefix}loanbook-device`;
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure } as const;
  return {
    read: () => request.cookies[name],
    write: (value) => { reply.setCookie(name, value, { ...options, maxAge: absoluteLimitMs / 1000 }); },
    clear: () => { reply.clearCookie(name, options); },
    readDevice: () => request.cookies[deviceName],
    writeDevice: (value) => { reply.setCookie(deviceName, value, { ...options, maxAge: deviceCookieSeconds }); },
  };
}
