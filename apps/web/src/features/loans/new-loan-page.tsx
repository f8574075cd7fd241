import { loansRoutes } from '@loanbook/contract/features/loans.ts';
import { settingsRoutes } from '@loanbook/contract/features/settings.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { App } from 'antd';
import { useRef, type ReactNode } from 'react';
import { ledgerQueryKey } from '../../ledger-grid/list/use-ledger-rows.ts';
import { call, type RequestBody } from '../../platform/client.ts';
import { useTexts } from '../../platform/i18n.ts';
import { useIdempotencyKey } from '../../platform/idempotency-key.ts';
import { links } from '../../platform/links.ts';
import { Page } from '../../ui/page.tsx';
import { loanQuery } from './loan-query.ts';
import { NewLoanForm } from './new-loan-form.tsx';
import { newLoanTexts } from './new-loan-texts.ts';
import { UnsavedGuard } from './unsaved-guard.tsx';

/** A new loan: terms on the left, the plan they make on the right. */
export function NewLoanPage(): ReactNode {
  const t = useTexts(newLoanTexts);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { customerId } = useSearch({ from: '/signed-in/loans/new' });
  const settings = useQuery({ queryKey: ['settings'], queryFn: ({ signal }) => call(settingsRoutes.read, { signal }) });
  const { keyFor, done } = useIdempotencyKey();
  const isDirty = useRef(false);
  const create = useMutation({
    mutationFn: (body: RequestBody<typeof loansRoutes.create>) => call(loansRoutes.create, { body, idempotencyKey: keyFor(body) }),
    onSuccess: (loan) => {
      done();
      isDirty.current = false;
      queryClient.setQueryData(loanQuery(loan.id).queryKey, loan);
      void queryClient.invalidateQueries({ queryKey: ledgerQueryKey });
      void queryClient.invalidateQueries({ queryKey: ['customer', loan.customerId] });
      void message.success(t('created'));
      // A date picker that leaves the page while it has the focus throws (antd 6.6.8).
      if (globalThis.document.activeElement instanceof HTMLElement) globalThis.document.activeElement.blur();
      void navigate({ to: links.loan, params: { loanId: loan.id }, replace: true });
    },
  });
  const cancel = (): void => void (customerId === undefined ? navigate({ to: links.loans }) : navigate({ to: links.customer, params: { customerId } }));
  return (
    <Page title={t('title')} before={<Link to={links.loans}>{t('toList')}</Link>}>
      <NewLoanForm
        customerId={customerId ?? null}
        rateCapPct={settings.data?.rateCapPct ?? null}
        error={create.error}
        isSaving={create.isPending}
        onSave={(body) => create.mutate(body)}
        onCancel={cancel}
        onDirty={() => { isDirty.current = true; }}
      />
      <UnsavedGuard isDirty={() => isDirty.current} />
    </Page>
  );
}
