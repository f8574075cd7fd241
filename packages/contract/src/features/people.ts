import { z } from 'zod';
import { route } from '../route.ts';
import { freeText } from '../values.ts';
import { languageSchema, roleSchema, userNameSchema } from './session.ts';

export const personSchema = z.object({
  id: z.string(), userName: z.string(), displayName: z.string(), role: roleSchema, isDisabled: z.boolean(),
  mustChangePassword: z.boolean(), createdAt: z.string(), lastSignedInAt: z.string().nullable(),
});
export type Person = z.infer<typeof personSchema>;

/** The first password is made by the server, shown once, and must be changed at the first sign-in. */
export const newPasswordSchema = z.object({ person: personSchema, oneTimePassword: z.string() });

export const newPersonSchema = z.strictObject({ userName: userNameSchema, displayName: freeText(60).pipe(z.string().min(1)), role: roleSchema, language: languageSchema.default('zh') });
export const personChangeSchema = z.strictObject({ displayName: freeText(60).pipe(z.string().min(1)).optional(), role: roleSchema.optional(), isDisabled: z.boolean().optional() });

export const peopleRoutes = {
  listPeople: route({ method: 'GET', path: '/api/people', body: null, reply: z.object({ people: z.array(personSchema) }) }),
  addPerson: route({ method: 'POST', path: '/api/people', body: newPersonSchema, reply: newPasswordSchema }),
  changePerson: route({ method: 'PATCH', path: '/api/people/:personId', body: personChangeSchema, reply: personSchema }),
  resetPassword: route({ method: 'POST', path: '/api/people/:personId/reset-password', body: null, reply: newPasswordSchema }),
} as const;
