import { z } from 'zod';
import { languages, roles, valuesOf } from '../choices.ts';
import { route } from '../route.ts';
import { freeText } from '../values.ts';

export const userNameSchema = z.string().trim().toLowerCase().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, { message: 'invalid_user_name' });
/** Length limits after ASVS 5: 12 or more, long passphrases welcome. */
export const passwordSchema = z.string().min(12, { message: 'weak_password' }).max(200);
export const roleSchema = z.enum(valuesOf(roles));
export const languageSchema = z.enum(valuesOf(languages));

/** What the signed-in person may do; the browser hides what is absent, the server decides. */
export const rights = ['ledger.read', 'ledger.write', 'import', 'export', 'people.manage', 'settings.manage', 'backup', 'audit.read'] as const;
export type Right = (typeof rights)[number];

export const sessionSchema = z.object({
  user: z.object({ id: z.string(), userName: z.string(), displayName: z.string(), role: roleSchema, language: languageSchema, mustChangePassword: z.boolean() }),
  institution: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }),
  rights: z.array(z.enum(rights)),
  businessDate: z.string(),
});
export type Session = z.infer<typeof sessionSchema>;

export const setupStateSchema = z.object({ isSetUp: z.boolean() });

export const setupSchema = z.strictObject({
  token: z.string().min(20).max(200),
  institutionName: freeText(100).pipe(z.string().min(1)),
  timeZone: z.string().max(60).default('Asia/Shanghai'),
  displayName: freeText(60).pipe(z.string().min(1)),
  userName: userNameSchema,
  password: passwordSchema,
  language: languageSchema.default('zh'),
});

export const sessionRoutes = {
  readSetupState: route({ method: 'GET', path: '/api/setup', body: null, reply: setupStateSchema }),
  setUp: route({ method: 'POST', path: '/api/setup', body: setupSchema, reply: sessionSchema }),
  signIn: route({ method: 'POST', path: '/api/session', body: z.strictObject({ userName: z.string().max(60), password: z.string().max(200) }), reply: sessionSchema }),
  readSession: route({ method: 'GET', path: '/api/session', body: null, reply: sessionSchema }),
  signOut: route({ method: 'DELETE', path: '/api/session', body: null, reply: null }),
  changePassword: route({ method: 'POST', path: '/api/session/password', body: z.strictObject({ currentPassword: z.string().max(200), newPassword: passwordSchema }), reply: sessionSchema }),
  changeLanguage: route({ method: 'POST', path: '/api/session/language', body: z.strictObject({ language: languageSchema }), reply: sessionSchema }),
} as const;
