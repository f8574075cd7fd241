import { sessionRoutes, type Session } from '@loanbook/contract/features/session.ts';
import type { AppContext } from '../../platform/app-context.ts';
import { institutionsForSignIn } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { serve, serveWithoutTransaction, type Server } from '../../platform/http.ts';
import { readSignedIn, type SignedIn } from '../../platform/session-store.ts';
import { changePassword } from './change-password.ts';
import { makeDeviceCookie } from './device-cookie.ts';
import { sessionPolicy } from './session.policy.ts';
import { setUp } from './set-up.ts';
import { signIn } from './sign-in.ts';

/** First run, signing in and out, one's own password and language. */
export function registerSession(server: Server): void {
  serveWithoutTransaction(server, sessionRoutes.readSetupState, sessionPolicy.readSetupState, async ({ app }) => ({ isSetUp: (await institutionsForSignIn(app)).length > 0 }));

  serveWithoutTransaction(server, sessionRoutes.setUp, sessionPolicy.setUp, async ({ app, body, cookie, userAgent }) => {
    const value = await setUp(app, body, userAgent);
    cookie.write(value);
    const session = await sessionOfCookie(app, value);
    cookie.writeDevice(makeDeviceCookie(app, session.institution.id, session.user.id));
    return session;
  });

  serveWithoutTransaction(server, sessionRoutes.signIn, sessionPolicy.signIn, async ({ app, body, address, userAgent, cookie }) => {
    const result = await signIn(app, { ...body, address, userAgent, deviceCookie: cookie.readDevice() });
    cookie.write(result.sessionCookie);
    cookie.writeDevice(result.deviceCookie);
    return sessionOfCookie(app, result.sessionCookie);
  });

  serve(server, sessionRoutes.readSession, sessionPolicy.readSession, async ({ session }) => sessionReply(session));

  serveWithoutTransaction(server, sessionRoutes.changePassword, sessionPolicy.changePassword, async ({ app, body, session, cookie, userAgent }) => {
    const value = await changePassword(app, session, body, userAgent);
    cookie.write(value);
    return sessionOfCookie(app, value);
  });

  serve(server, sessionRoutes.changeLanguage, sessionPolicy.changeLanguage, async ({ tx, session, body }) => {
    await tx.db.updateTable('person').set({ language: body.language }).where('institution_id', '=', tx.institutionId).where('person_id', '=', session.personId).execute();
    tx.audit({ action: 'person.language_changed', objectType: 'person', objectId: session.personId, values: { language: body.language } });
    return sessionReply({ ...session, language: body.language });
  });

  serve(server, sessionRoutes.signOut, sessionPolicy.signOut, async ({ tx, session, cookie }) => {
    await tx.db.deleteFrom('person_session').where('institution_id', '=', tx.institutionId).where('session_hash', '=', session.sessionHash).execute();
    tx.audit({ action: 'person.signed_out', objectType: 'person', objectId: session.personId });
    cookie.clear();
    return undefined;
  });
}

async function sessionOfCookie(app: AppContext, value: string): Promise<Session> {
  const session = await readSignedIn(app, value);
  if (!session) throw failure('not_signed_in');
  return sessionReply(session);
}

function sessionReply(session: SignedIn): Session {
  return {
    user: { id: session.personId, userName: session.userName, displayName: session.displayName, role: session.role, language: session.language, mustChangePassword: session.mustChangePassword },
    institution: { id: session.institutionId, name: session.institutionName, timeZone: session.timeZone },
    rights: [...session.rights],
    businessDate: session.businessDate,
  };
}
