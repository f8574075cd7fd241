import type { FastifyReply, FastifyRequest } from 'fastify';
import { usesTls, type AppContext } from './app-context.ts';
import { absoluteLimitMs } from './session-store.ts';

export interface SessionCookie {
  read(): string | undefined;
  write(value: string): void;
  clear(): void;
}

/** Under TLS the __Host- prefix pins the cookie to this host; on plain loopback Safari would refuse it. */
export function sessionCookie(app: AppContext, request: FastifyRequest, reply: FastifyReply): SessionCookie {
  const isSecure = usesTls(app);
  const name = isSecure ? '__Host-loanbook' : 'loanbook';
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure } as const;
  return {
    read: () => request.cookies[name],
    write: (value) => { reply.setCookie(name, value, { ...options, maxAge: absoluteLimitMs / 1000 }); },
    clear: () => { reply.clearCookie(name, options); },
  };
}
