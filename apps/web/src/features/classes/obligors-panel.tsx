import { classesRoutes, type Classes } from '@loanbook/contract/features/classes.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { ledgerQueryKey } from '../../ledger-grid/list/use-ledger-rows.ts';
import { call } from '../../platform/client.ts';
import { formatMoney } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { useIdempotencyKey } from '../../platform/idempotency-key.ts';
import { links } from '../../platform/links.ts';
import { useRight } from '../../platform/session.ts';
import { Failure } from '../../ui/failure.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ClassTag } from './class-change.tsx';
import styles from './classes.module.css';
import { classesTexts } from './classes-texts.ts';

type Obligor = Classes['obligors'][number];

const nonPerforming: ReadonlySet<string> = new Set(['substandard', 'doubtful', 'loss']);

/** Businesses that the obligor rule concerns; one press enters the class on the rest of their loans. */
export function ObligorsPanel({ obligors }: { readonly obligors: readonly Obligor[] }): ReactNode {
  const t = useTexts(classesTexts);
  return (
    <Panel title={t('obligors')} note={t('obligorsNote')} isFlush>
      {obligors.map((obligor) => <ObligorRow key={obligor.customerId} obligor={obligor} />)}
    </Panel>
  );
}

function ObligorRow({ obligor }: { readonly obligor: Obligor }): ReactNode {
  const t = useTexts(classesTexts);
  const mayWrite = useRight('ledger.write');
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const { keyFor, done } = useIdempotencyKey();
  const apply = useMutation({
    mutationFn: () => call(classesRoutes.applyObligorRule, { params: { customerId: obligor.customerId }, body: {}, idempotencyKey: keyFor(obligor.customerId) }),
    onSuccess: ({ loanIds }) => {
      done();
      void message.success(t('obligorApplied', { count: loanIds.length }));
      for (const queryKey of [ledgerQueryKey, ['loan'], ['customer']]) void queryClient.invalidateQueries({ queryKey });
    },
  });
  return (
    <div className={styles['obligor']}>
      <div>
        <Link to={links.customer} params={{ customerId: obligor.customerId }}><strong>{obligor.customerName}</strong></Link>
        <div>{t('obligorText', { total: formatMoney(obligor.outstandingPrincipal), npl: formatMoney(obligor.nonPerforming), share: obligor.nplSharePct })}</div>
        <ul>
          {obligor.loans.filter((loan) => !nonPerforming.has(loan.class)).map((loan) => (
            <li key={loan.loanId}><Link to={links.loan} params={{ loanId: loan.loanId }}>{loan.receiptNo}</Link> {formatMoney(loan.outstandingPrincipal)} <ClassTag value={loan.class} /></li>
          ))}
        </ul>
        {apply.error !== null && <Failure error={apply.error} />}
      </div>
      {mayWrite && <Button danger loading={apply.isPending} onClick={() => apply.mutate()}>{t('obligorApply')}</Button>}
    </div>
  );
}
