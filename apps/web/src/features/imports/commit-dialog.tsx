import type { Import } from '@loanbook/contract/features/imports.ts';
import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { formatCount, formatMoney } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { useSession } from '../../platform/session.ts';
import { Failure } from '../../ui/failure.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { againTexts } from './again-texts.ts';
import { changesQuery, firstChanges } from './changes-query.ts';
import styles from './commit-dialog.module.css';
import { importsTexts } from './imports-texts.ts';
import { useCommitImport } from './use-commit-import.ts';

/** What happens to things that are in the book already; nothing where there are none. */
function ChangesFacts({ importId }: { readonly importId: string }): ReactNode {
  const t = useTexts(againTexts);
  const { data } = useQuery(changesQuery(importId, firstChanges));
  if (data === undefined) return null;
  const kept = data.loans.kept + data.customers.kept;
  const isAgain = data.loans.changed + data.loans.unchanged + data.customers.changed + kept > 0;
  return (
    <>
      {isAgain && <Notice tone={kept > 0 ? 'attention' : 'info'}>{t('updates', { loans: formatCount(data.loans.changed), customers: formatCount(data.customers.changed), repayments: formatCount(data.repayments), kept: formatCount(kept) })}</Notice>}
      {data.loans.new + data.loans.changed > 0 && <p className={styles['muted']}>{t('penalty', { multiplier: data.penaltyMultiplier })}</p>}
    </>
  );
}

/** The last look before writing: how much, as of which day, and what the open problems mean. */
export function CommitDialog({ one, onClose }: { readonly one: Import; readonly onClose: () => void }): ReactNode {
  const t = useTexts(importsTexts);
  const { businessDate } = useSession();
  const commit = useCommitImport(one.id);
  const { totals, problemCounts } = one;
  if (totals === null) return null;
  return (
    <Modal open title={t('commitTitle')} okText={t('confirmCommit')} onOk={() => commit.mutate()} confirmLoading={commit.isPending} onCancel={onClose} width={520}>
      <div className={styles['dialog']}>
        <p>{t('commitText')}</p>
        <Facts
          facts={[
            { key: 'customers', label: t('customers'), value: `${formatCount(totals.customers)} ${t('customersUnit')}` },
            { key: 'loans', label: t('loans'), value: `${formatCount(totals.loans)} ${t('loansUnit')}` },
            { key: 'repayments', label: t('repayments'), value: `${formatCount(totals.repayments)} ${t('repaymentsUnit')}` },
            { key: 'principal', label: t('principal'), value: formatMoney(totals.principal) },
            { key: 'outstanding', label: t('outstanding'), value: formatMoney(totals.outstanding) },
            { key: 'repaid', label: t('repaid'), value: formatMoney(totals.repaid) },
          ]}
        />
        <p className={styles['muted']}>{one.asOf === null ? t('commitNoAsOf', { date: businessDate }) : t('commitAsOf', { date: one.asOf })}</p>
        <ChangesFacts importId={one.id} />
        {problemCounts.error > 0 && <Notice tone="attention">{t('commitErrors', { errors: formatCount(problemCounts.error) })}</Notice>}
        {commit.error !== null && <Failure error={commit.error} />}
      </div>
    </Modal>
  );
}
