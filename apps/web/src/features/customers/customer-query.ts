import { customersRoutes } from '@loanbook/contract/features/customers.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../platform/client.ts';

export function customerQuery(customerId: string) {
  return queryOptions({
    queryKey: ['customer', customerId],
    queryFn: ({ signal }) => call(customersRoutes.read, { params: { customerId }, signal }),
  });
}
