import type { Loan } from '@loanbook/contract/features/loans.ts';
import { chargeRatePct, explainCharges, type ExplainedCharge } from '@loanbook/engine/explain-charges.ts';
import { fen, type Fen } from '@loanbook/engine/money.ts';
import { useMemo, type ReactNode } from 'react';
import { formatCount, formatFen } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './classes.module.css';
import { classesTexts } from './classes-texts.ts';

/** One line of the calculation; amounts that no base explains have none. */
interface ChargeLine {
  readonly key: string;
  readonly installmentNumber: number;
  readonly what: 'penalty' | 'compound';
  readonly remark: 'broughtIn' | 'settled' | null;
  readonly baseFen: Fen | null;
  readonly rate: string;
  readonly period: string;
  readonly days: number | null;
  readonly amountFen: Fen;
}

/** 怎么算出来的: every penalty and compound interest still to pay, as base × rate × days. Absent where there is none. */
export function ChargesPanel({ loan }: { readonly loan: Loan }): ReactNode {
  const t = useTexts(classesTexts);
  const { terms, events, state: { asOf } } = loan;
  const lines = useMemo(() => explainCharges(terms, events, asOf).filter((charge) => charge.openFen > 0).flatMap(linesOf), [terms, events, asOf]);
  const columns: readonly DataColumn<ChargeLine>[] = [
    { key: 'installment', title: t('installment'), width: 90, isHeading: true, render: (line) => (line.installmentNumber === 0 ? t('arrears') : line.installmentNumber), footer: t('open') },
    { key: 'what', title: t('what'), render: (line) => (line.remark === null ? t(line.what) : `${t(line.what)} · ${t(line.remark)}`), footer: '' },
    { key: 'base', title: t('base'), isFigure: true, render: (line) => (line.baseFen === null ? '' : formatFen(line.baseFen)), footer: '' },
    { key: 'rate', title: t('annualRate'), isFigure: true, render: (line) => line.rate, footer: '' },
    { key: 'period', title: t('period'), render: (line) => <span className={styles['days']}>{line.period}</span>, footer: '' },
    { key: 'days', title: t('dayCount'), isFigure: true, render: (line) => (line.days === null ? '' : formatCount(line.days)), footer: '' },
    { key: 'amount', title: t('amount'), isFigure: true, render: (line) => formatFen(line.amountFen), footer: formatFen(fen(openFenOf(loan))) },
  ];
  if (lines.length === 0) return null;
  return (
    <Panel title={t('charges')} note={t('chargesNote')} isFlush>
      <DataTable label={t('charges')} columns={columns} rows={lines} keyOf={(line) => line.key} />
    </Panel>
  );
}

/** What the plan's rows still owe of both; where segments of one row are rounded each, their sum may differ by a cent. */
function openFenOf({ terms, events, state: { asOf } }: Loan): number {
  return explainCharges(terms, events, asOf).reduce((sum, charge) => sum + Math.max(0, charge.openFen), 0);
}

function linesOf(charge: ExplainedCharge): readonly ChargeLine[] {
  const base = { installmentNumber: charge.installmentNumber, what: charge.charge };
  const key = `${charge.installmentNumber} ${charge.dueOn} ${charge.charge}`;
  const rest = (remark: 'broughtIn' | 'settled', amountFen: number): readonly ChargeLine[] => (
    amountFen === 0 ? [] : [{ ...base, key: `${key} ${remark}`, remark, baseFen: null, rate: '', period: '', days: null, amountFen: fen(amountFen) }]
  );
  return [
    ...charge.segments.map((segment) => ({
      ...base, key: `${key} ${segment.fromOn}`, remark: null, baseFen: segment.baseFen, rate: `${chargeRatePct(segment)}%`, period: `${segment.fromOn} – ${segment.toOn}`, days: segment.days, amountFen: segment.amountFen,
    })),
    ...rest('broughtIn', charge.broughtInFen),
    ...rest('settled', -(charge.paidFen + charge.waivedFen)),
  ];
}
