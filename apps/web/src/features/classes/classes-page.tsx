import type { Classes } from '@loanbook/contract/features/classes.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatMoney, formatMoneyInWan } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { useSession } from '../../platform/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ChangedPanel } from './changed-panel.tsx';
import { ClassesPanel } from './classes-panel.tsx';
import { classesQuery } from './classes-query.ts';
import styles from './classes.module.css';
import { classesTexts } from './classes-texts.ts';
import { ObligorsPanel } from './obligors-panel.tsx';

/** 五级分类: the book by class with provision and ratios, what moved this month, and whom the obligor rule concerns. */
export function ClassesPage(): ReactNode {
  const t = useTexts(classesTexts);
  const { businessDate } = useSession();
  const query = useQuery(classesQuery(businessDate));
  return (
    <Page title={t('title')} subtitle={t('asOf', { date: businessDate })}>
      <QueryView query={query} loadingLines={8}>
        {(classes) => classes.classes.every((row) => row.loans === 0) ? <EmptyState title={t('empty')} hint={t('emptyHint')} /> : (
          <div className={styles['page']}>
            <Ratios classes={classes} />
            <ClassesPanel classes={classes} />
            {classes.obligors.length > 0 && <ObligorsPanel obligors={classes.obligors} />}
            <ChangedPanel changed={classes.changed} isCut={classes.isChangedCut} />
          </div>
        )}
      </QueryView>
    </Page>
  );
}

function Ratios({ classes }: { readonly classes: Classes }): ReactNode {
  const t = useTexts(classesTexts);
  const percent = (value: string | null): string => (value === null ? t('none') : `${value}%`);
  const figures = [
    { key: 'outstanding', value: formatMoneyInWan(classes.outstandingPrincipal), note: formatMoney(classes.outstandingPrincipal), isMoney: true },
    { key: 'nonPerforming', value: formatMoneyInWan(classes.nonPerforming), note: t('nonPerformingNote'), isMoney: true },
    { key: 'nplRatio', value: percent(classes.nplRatioPct), note: t('nplRatioNote'), isMoney: false },
    { key: 'provision', value: formatMoneyInWan(classes.provision), note: formatMoney(classes.provision), isMoney: true },
    { key: 'coverage', value: percent(classes.coveragePct), note: t('coverageNote'), isMoney: false },
    { key: 'provisionRatio', value: percent(classes.provisionRatioPct), note: t('provisionRatioNote'), isMoney: false },
  ] as const;
  return (
    <div className={styles['figures']}>
      {figures.map(({ key, value, note, isMoney }) => (
        <div key={key} className={styles['card']}>
          <Figure label={t(key)} value={value} {...(isMoney && { unit: t('wan') })} note={note} {...(key === 'nonPerforming' && classes.nonPerforming !== '0.00' && { tone: 'danger' as const })} />
        </div>
      ))}
    </div>
  );
}
