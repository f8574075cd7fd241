import { customerFactsSchema, customersRoutes } from '@loanbook/contract/features/customers.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { useMemo, useRef, type ReactNode } from 'react';
import { ledgerQueryKey } from '../../ledger-grid/list/use-ledger-rows.ts';
import { isApiError } from '../../platform/api-error.ts';
import { call } from '../../platform/client.ts';
import { useTexts } from '../../platform/i18n.ts';
import { useIdempotencyKey } from '../../platform/idempotency-key.ts';
import { links } from '../../platform/links.ts';
import { useSession } from '../../platform/session.ts';
import { Failure } from '../../ui/failure.tsx';
import { Page } from '../../ui/page.tsx';
import { CustomerForm } from './customer-form.tsx';
import { filledFacts, type FormValues } from './customer-form-values.ts';
import { customersTexts } from './customers-texts.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { problemsOf } from './problems-of.ts';

export function NewCustomerPage(): ReactNode {
  const t = useTexts(customersTexts);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { businessDate } = useSession();
  const { keyFor, done } = useIdempotencyKey();
  const isDirty = useRef(false);
  const create = useMutation({
    mutationFn: (values: FormValues) => {
      const body = customerFactsSchema.parse(filledFacts(values));
      return call(customersRoutes.create, { body, idempotencyKey: keyFor(body) });
    },
    onSuccess: (customer) => {
      done();
      isDirty.current = false;
      void queryClient.invalidateQueries({ queryKey: ledgerQueryKey });
      queryClient.setQueryData(['customer', customer.id], customer);
      void message.success(t('created'));
      void navigate({ to: links.customer, params: { customerId: customer.id }, replace: true });
    },
  });
  const problems = useMemo(() => problemsOf(create.error), [create.error]);
  return (
    <Page title={t('createTitle')} before={<Link to={links.customers}>{t('toList')}</Link>} width="reading">
      <CustomerForm
        initialValues={{ kind: 'individual', idType: 'resident_id', openedOn: businessDate }}
        isSaving={create.isPending}
        problems={problems}
        onSave={(values) => create.mutate(values)}
        onCancel={() => void navigate({ to: links.customers })}
        onDirty={() => { isDirty.current = true; }}
        notice={create.error !== null && (problems.length === 0 || !isApiError(create.error, 'invalid_input')) && <Failure error={create.error} />}
      />
      <LeaveGuard isDirty={() => isDirty.current} />
    </Page>
  );
}
