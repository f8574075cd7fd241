import { peopleRoutes } from '@loanbook/contract/features/people.ts';
import { serve, type Server } from '../../platform/http.ts';
import { addPerson, changePerson, resetPassword } from './people.commands.ts';
import { peoplePolicy } from './people.policy.ts';
import { readPeople } from './people.queries.ts';

/** Accounts of the institution: list, add, change role or name, disable, new password. */
export function registerPeople(server: Server): void {
  serve(server, peopleRoutes.listPeople, peoplePolicy.listPeople, async ({ tx }) => ({ people: await readPeople(tx) }));
  serve(server, peopleRoutes.addPerson, peoplePolicy.addPerson, ({ tx, body }) => addPerson(tx, body));
  serve(server, peopleRoutes.changePerson, peoplePolicy.changePerson, ({ tx, body, param }) => changePerson(tx, param('personId'), body));
  serve(server, peopleRoutes.resetPassword, peoplePolicy.resetPassword, ({ tx, param }) => resetPassword(tx, param('personId')));
}
