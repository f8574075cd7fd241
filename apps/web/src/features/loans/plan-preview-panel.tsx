import type { LoanTermsInput } from '@loanbook/contract/features/loans.ts';
import { useDeferredValue, useMemo, type ReactNode } from 'react';
import { formatFen, formatPercentText } from '../../platform/format.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { newLoanTexts } from './new-loan-texts.ts';
import { planPreview, type PlanPreview } from './plan-preview.ts';
import styles from './plan-preview-panel.module.css';

interface PlanPreviewPanelProps {
  readonly input: LoanTermsInput | null;
  readonly rateCapPct: string | null;
}

/** Plan and rates of what is typed, beside the form; computed here, so that it keeps up with the typing. */
export function PlanPreviewPanel({ input, rateCapPct }: PlanPreviewPanelProps): ReactNode {
  const t = useTexts(newLoanTexts);
  const language = useLanguage();
  // Typing stays fluent: the plan of a 30-year loan may come a moment later.
  const settledInput = useDeferredValue(input);
  const preview = useMemo(() => (settledInput === null ? null : planPreview(settledInput, rateCapPct)), [settledInput, rateCapPct]);
  return (
    <Panel title={t('previewTitle')} isFlush={preview?.isValid === true} {...(preview?.isValid === true && { note: t('rows', { count: preview.rows.length }) })}>
      {preview === null && <p className={styles['hint']}>{t('previewHint')}</p>}
      {preview?.isValid === false && <Notice tone="attention">{preview.problems.map((problem) => problem[language]).join(' ')}</Notice>}
      {preview?.isValid === true && <Plan preview={preview} rateCapPct={rateCapPct} />}
    </Panel>
  );
}

function Plan({ preview, rateCapPct }: { readonly preview: Extract<PlanPreview, { isValid: true }>; readonly rateCapPct: string | null }): ReactNode {
  const t = useTexts(newLoanTexts);
  const { rows, rates } = preview;
  const [first] = rows;
  const last = rows.at(-1);
  const isLevel = first !== undefined && rows.slice(1, -1).every((row) => row.totalFen === first.totalFen);
  const figures = [
    { label: t(isLevel ? 'installment' : 'firstInstallment'), value: first === undefined ? '—' : formatFen(first.totalFen), note: last !== undefined && last.totalFen !== first?.totalFen ? t('lastInstallment', { amount: formatFen(last.totalFen) }) : '' },
    { label: t('interestTotal'), value: formatFen(preview.interestFen), note: '' },
    { label: t('irr'), value: formatPercentText(rates.irrAnnualPct), note: rateCapPct === null ? '' : t('nearCap', { cap: formatPercentText(rateCapPct).replace('%', '') }), isBad: preview.isAboveCap },
    { label: t('eir'), value: formatPercentText(rates.eirPct), note: '' },
  ];
  return (
    <>
      <dl className={styles['figures']}>
        {figures.map(({ label, value, note, isBad }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={isBad ? styles['bad'] : styles['value']}>{value}</dd>
            <dd className={styles['note']}>{note}</dd>
          </div>
        ))}
      </dl>
      {preview.isAboveCap && <div className={styles['warning']}><Notice tone="danger">{t('overCap', { rate: formatPercentText(rates.nominalAnnualPct).replace('%', ''), cap: formatPercentText(rateCapPct ?? '').replace('%', '') })}</Notice></div>}
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label={t('previewTitle')}>
        <table className={styles['table']}>
          <thead>
            <tr>{(['number', 'dueOn', 'principalPart', 'interestPart', 'total', 'balance'] as const).map((key) => <th key={key} scope="col">{t(key)}</th>)}</tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.number}>
                <td>{row.number}</td>
                <td>{row.dueOn}</td>
                <td>{formatFen(row.principalFen)}</td>
                <td>{formatFen(row.interestFen)}</td>
                <td>{formatFen(row.totalFen)}</td>
                <td>{formatFen(row.balanceFen)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={2}>{t('total')}</td>
              <td>{formatFen(preview.principalFen)}</td>
              <td>{formatFen(preview.interestFen)}</td>
              <td>{formatFen(preview.paidFen)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}
