import { customerFactsSchema, customersRoutes, type Customer } from '@loanbook/contract/features/customers.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { ledgerQueryKey } from '../../ledger-grid/list/use-ledger-rows.ts';
import { isApiError } from '../../platform/api-error.ts';
import { call } from '../../platform/client.ts';
import { useTexts } from '../../platform/i18n.ts';
import { Failure } from '../../ui/failure.tsx';
import { Page } from '../../ui/page.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { customerConflict, type CustomerConflict, type Facts } from './customer-conflict.ts';
import { CustomerForm } from './customer-form.tsx';
import { changedFacts, editableFields, valuesOfCells } from './customer-form-values.ts';
import { customerQuery } from './customer-query.ts';
import { customersTexts } from './customers-texts.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { problemsOf } from './problems-of.ts';

interface CustomerEditorProps {
  readonly customer: Customer;
  readonly before: ReactNode;
  readonly onDone: () => void;
}

interface Change {
  readonly version: number;
  readonly facts: Facts;
}

/** Changes a customer. Only what was changed is sent; what somebody else changed meanwhile is laid side by side. */
export function CustomerEditor({ customer: opened, before, onDone }: CustomerEditorProps): ReactNode {
  const t = useTexts(customersTexts);
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  // The customer as it was when the form opened: a refresh in the background must not move the ground under it.
  const [customer] = useState(opened);
  const [conflict, setConflict] = useState<CustomerConflict | null>(null);
  const isDirty = useRef(false);
  const finish = (): void => {
    isDirty.current = false;
    onDone();
  };
  const save = useMutation({
    mutationFn: ({ version, facts }: Change) => call(customersRoutes.change, { params: { customerId: customer.id }, body: { version, facts: customerFactsSchema.partial().parse(facts) } }),
    onSuccess: (changed) => {
      queryClient.setQueryData(customerQuery(customer.id).queryKey, changed);
      void queryClient.invalidateQueries({ queryKey: ledgerQueryKey });
      void message.success(t('saved'));
      setConflict(null);
      finish();
    },
    onError: async (error, { facts }) => {
      if (!isApiError(error, 'changed_meanwhile')) return;
      const latest = await call(customersRoutes.read, { params: { customerId: customer.id } });
      setConflict(customerConflict(customer, latest, facts));
    },
  });
  const problems = useMemo(() => problemsOf(save.error), [save.error]);
  const initialValues = useMemo(() => valuesOfCells(customer.cells), [customer]);
  return (
    <Page title={`${t('editTitle')} · ${String(customer.cells['name'] ?? '')}`} before={before} width="reading">
      <CustomerForm
        initialValues={initialValues}
        masks={masksOf(customer)}
        isSaving={save.isPending}
        problems={problems}
        onSave={(values, cleared) => {
          const facts = changedFacts(initialValues, values, cleared);
          if (Object.keys(facts).length > 0) save.mutate({ version: customer.version, facts });
          else {
            void message.info(t('noChanges'));
            finish();
          }
        }}
        onCancel={finish}
        onDirty={() => { isDirty.current = true; }}
        notice={save.error !== null && !isApiError(save.error, 'changed_meanwhile') && problems.length === 0 && <Failure error={save.error} />}
      />
      {conflict !== null && <ConflictDialog conflict={conflict} isSaving={save.isPending} onCancel={() => setConflict(null)} onSave={(facts) => save.mutate({ version: conflict.latest.version, facts })} />}
      <LeaveGuard isDirty={() => isDirty.current} />
    </Page>
  );
}

function masksOf(customer: Customer): Record<string, string> {
  return Object.fromEntries(editableFields.flatMap((field) => {
    const mask = customer.cells[field.key];
    return field.mask !== undefined && typeof mask === 'string' && mask !== '' ? [[field.key, mask]] : [];
  }));
}
