import { z } from 'zod';
import { customerKinds, genders, idTypes, maritalStatuses, riskLevels, valuesOf } from '../choices.ts';
import { cellSchema } from '../list-query.ts';
import { route } from '../route.ts';
import { civilDateText, freeText, recordVersion, yuanText } from '../values.ts';
import { listRoutes } from './lists.ts';

const text = (maxLength: number) => freeText(maxLength).nullish();

/** A customer's facts as a person enters them; null or absent: not known. */
export const customerFactsSchema = z.strictObject({
  name: freeText(100).pipe(z.string().min(1)),
  kind: z.enum(valuesOf(customerKinds)),
  idType: z.enum(valuesOf(idTypes)).nullish(),
  idNumber: text(40), idExpiresOn: civilDateText.nullish(),
  gender: z.enum(valuesOf(genders)).nullish(), birthDate: civilDateText.nullish(),
  maritalStatus: z.enum(valuesOf(maritalStatuses)).nullish(),
  education: text(40), ethnicity: text(40),
  mobile: text(40), phone2: text(40), email: text(120), address: text(200), registeredAddress: text(200), bankName: text(80), bankAccount: text(40),
  spouseName: text(100), spouseIdNumber: text(40), spouseMobile: text(40), emergencyContact: text(120),
  employer: text(120), occupation: text(80), annualIncome: yuanText.nullish(), monthlyIncome: yuanText.nullish(), assets: yuanText.nullish(), liabilities: yuanText.nullish(),
  legalRepresentative: text(100), industry: text(80),
  creditRating: text(20), creditScore: z.int().min(0).max(10000).nullish(), creditLimit: yuanText.nullish(), riskLevel: z.enum(valuesOf(riskLevels)).nullish(), blacklisted: z.boolean().nullish(),
  manager: text(60), branch: text(60), source: text(60), openedOn: civilDateText.nullish(), consentOn: civilDateText.nullish(),
  tags: z.array(freeText(40)).max(30).nullish(), note: text(2000),
});
export type CustomerFacts = z.infer<typeof customerFactsSchema>;

/** A customer's page. Sealed fields come as masks in `cells`; `figures` sum over the customer's loans. */
export const customerSchema = z.object({
  id: z.string(),
  version: z.int(),
  cells: z.record(z.string(), cellSchema),
  /** Merged into another customer, or not needed any more: kept, but in no list. */
  isHidden: z.boolean(),
  figures: z.object({ loans: z.int(), activeLoans: z.int(), outstandingPrincipal: z.string(), overdueLoans: z.int(), maxDaysPastDue: z.int() }),
  createdAt: z.string(), updatedAt: z.string(), updatedBy: z.string(),
});
export type Customer = z.infer<typeof customerSchema>;

/** Reveals are for one field, with a reason, and are written to the audit trail. */
export const revealSchema = z.strictObject({ field: z.string().max(60), reason: freeText(200).pipe(z.string().min(2)) });

/** Others who have this customer's mobile number, bank account or emergency contact. */
export const customersWithSameContactsSchema = z.object({
  customers: z.array(z.object({ id: z.string(), name: z.string(), customerNo: z.string(), shared: z.array(z.enum(['mobile', 'bankAccount', 'emergencyContact'])) })), hasMore: z.boolean(),
});
export type CustomersWithSameContacts = z.infer<typeof customersWithSameContactsSchema>;

export const customersRoutes = {
  ...listRoutes('customers'),
  create: route({ method: 'POST', path: '/api/customers', body: customerFactsSchema, reply: customerSchema, isIdempotent: true }),
  read: route({ method: 'GET', path: '/api/customers/:customerId', body: null, reply: customerSchema }),
  change: route({ method: 'PATCH', path: '/api/customers/:customerId', body: z.strictObject({ version: recordVersion, facts: customerFactsSchema.partial() }), reply: customerSchema }),
  sameContacts: route({ method: 'GET', path: '/api/customers/:customerId/same-contacts', body: null, reply: customersWithSameContactsSchema }),
  reveal: route({ method: 'POST', path: '/api/customers/:customerId/reveal', body: revealSchema, reply: z.object({ value: z.string().nullable() }) }),
} as const;
