import { peopleRoutes, type Person } from '@loanbook/contract/features/people.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type RequestBody } from '../../platform/client.ts';

export type NewPerson = RequestBody<typeof peopleRoutes.addPerson>;
export type PersonChange = RequestBody<typeof peopleRoutes.changePerson>;

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async ({ signal }) => (await call(peopleRoutes.listPeople, { signal })).people,
});

export function useAddPerson() {
  const refresh = useRefreshPeople();
  return useMutation({ mutationFn: (body: NewPerson) => call(peopleRoutes.addPerson, { body }), onSuccess: refresh });
}

export function useChangePerson() {
  const refresh = useRefreshPeople();
  return useMutation({ mutationFn: ({ person, change }: { person: Person; change: PersonChange }) => call(peopleRoutes.changePerson, { params: { personId: person.id }, body: change }), onSuccess: refresh });
}

export function useResetPassword() {
  const refresh = useRefreshPeople();
  return useMutation({ mutationFn: (person: Person) => call(peopleRoutes.resetPassword, { params: { personId: person.id } }), onSuccess: refresh });
}

function useRefreshPeople(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: peopleQuery.queryKey });
}
