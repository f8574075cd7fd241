import { CloseOutlined } from '@ant-design/icons';
import { errorText, type InputProblem } from '@loanbook/contract/errors.ts';
import { Button, Checkbox, Select } from 'antd';
import { memo, type Dispatch, type ReactNode } from 'react';
import { formatFen, formatMoney } from '../../platform/format.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { Tag } from '../../ui/tag.tsx';
import { allocationParts } from './allocation-lines.tsx';
import styles from './batch-sheet.module.css';
import { batchTexts } from './batch-texts.ts';
import { repaymentsTexts } from './repayments-texts.ts';
import { isWarning, type CheckedRow, type SheetProblem } from './sheet-check.ts';
import { cellAttributes } from './sheet-keys.ts';
import { isBlank, sheetColumns, type SheetColumn, type SheetRow } from './sheet-row.ts';
import type { SheetAction } from './sheet-state.ts';

interface BatchRowProps {
  readonly row: SheetRow;
  readonly index: number;
  /** Absent for a blank row. */
  readonly checked: CheckedRow | undefined;
  readonly refused: InputProblem | undefined;
  readonly placeholders: { readonly paidOn: string; readonly channel: string };
  readonly channelListId: string;
  readonly dispatch: Dispatch<SheetAction>;
}

/** The contract's lengths; what is longer the server would refuse. */
const longestText: Readonly<Record<SheetColumn, number>> = { name: 100, amount: 100, paidOn: 100, channel: 100, externalRef: 80, note: 400 };

export const BatchRow = memo(function BatchRow({ row, index, checked, refused, placeholders, channelListId, dispatch }: BatchRowProps): ReactNode {
  const t = useTexts(batchTexts);
  const isBadCell = (column: SheetColumn): boolean => checked?.problems.some((problem) => problem.column === column && !isWarning(problem)) === true;
  const cell = (column: SheetColumn, options: { readonly placeholder?: string; readonly isFigure?: boolean; readonly list?: string } = {}): ReactNode => (
    <td key={column} data-title={t(column)} data-column={column} data-bad={isBadCell(column)}>
      <input
        {...cellAttributes(index, sheetColumns.indexOf(column))}
        className={options.isFigure ? styles['figure'] : undefined}
        value={row[column]}
        onChange={(event) => dispatch({ type: 'edit', key: row.key, column, text: event.target.value })}
        aria-label={`${t('row', { number: index + 1 })} ${t(column)}`}
        aria-invalid={isBadCell(column)}
        placeholder={options.placeholder}
        autoComplete="off"
        maxLength={longestText[column]}
        {...(options.list !== undefined && { list: options.list })}
        {...(options.isFigure && { inputMode: 'decimal' as const })}
      />
    </td>
  );
  return (
    <tr data-blank={isBlank(row)} data-problem={checked !== undefined && (refused !== undefined || checked.problems.length > 0)}>
      <th scope="row" className={styles['number']}>{index + 1}</th>
      {cell('name')}
      <td className={styles['loan']} data-title={t('loan')}>{checked !== undefined && <LoanCell checked={checked} dispatch={dispatch} />}</td>
      {cell('amount', { isFigure: true })}
      {cell('paidOn', { placeholder: placeholders.paidOn })}
      {cell('channel', { placeholder: placeholders.channel, list: channelListId })}
      {cell('externalRef')}
      {cell('note')}
      <td className={styles['result']} data-title={t('use')}>{checked !== undefined && <ResultCell checked={checked} refused={refused} dispatch={dispatch} />}</td>
      <td className={styles['remove']}>{!isBlank(row) && <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={t('remove', { number: index + 1 })} tabIndex={-1} onClick={() => dispatch({ type: 'remove', key: row.key })} />}</td>
    </tr>
  );
});

function LoanCell({ checked: { row, candidates, loan }, dispatch }: { readonly checked: CheckedRow; readonly dispatch: Dispatch<SheetAction> }): ReactNode {
  const t = useTexts(batchTexts);
  if (row.name.trim() === '') return null;
  if (candidates === undefined) return <span className={styles['quiet']}>{t('searching')}</span>;
  if (candidates.length === 0) return <span className={styles['bad']}>{t('no_loan')}</span>;
  if (candidates.length === 1 && loan !== null) return <span className={styles['match']}><span>{loan.customerName}</span><span className={styles['quiet']}>{loan.receiptNo} · {t('outstanding', { amount: formatMoney(loan.outstandingPrincipal) })}</span></span>;
  return (
    <Select
      className={styles['choose'] ?? ''}
      status={loan === null ? 'error' : ''}
      aria-label={t('choose_loan')}
      placeholder={t('chooseLoan', { count: candidates.length })}
      value={loan?.loanId ?? null}
      onChange={(loanId: string) => dispatch({ type: 'choose', key: row.key, loanId })}
      popupMatchSelectWidth={false}
      options={candidates.map((candidate) => ({ value: candidate.loanId, label: `${candidate.receiptNo} · ${candidate.customerName} · ${t('outstanding', { amount: formatMoney(candidate.outstandingPrincipal) })}` }))}
    />
  );
}

interface ResultCellProps {
  readonly checked: CheckedRow;
  readonly refused: InputProblem | undefined;
  readonly dispatch: Dispatch<SheetAction>;
}

function ResultCell({ checked: { row, problems, preview }, refused, dispatch }: ResultCellProps): ReactNode {
  const t = useTexts(batchTexts);
  const tParts = useTexts(repaymentsTexts);
  const language = useLanguage();
  // A loan that is not found is said in the loan's own column.
  const shown = problems.filter((problem) => problem.code !== 'no_loan');
  const canKeep = row.keepExcess || problems.some((problem) => problem.code === 'refused' && problem.refusal === 'amount_exceeds_payoff');
  const textOf = (problem: SheetProblem): string => (problem.code === 'refused' ? errorText(problem.refusal, language, problem.details) : t(problem.code));
  return (
    <>
      {refused !== undefined && <span className={styles['bad']}>{refused[language]}</span>}
      {refused === undefined && shown.map((problem) => <span key={`${problem.column}.${problem.code}`} className={isWarning(problem) ? styles['warning'] : styles['bad']}>{textOf(problem)}</span>)}
      {preview !== null && (
        <span className={styles['use']}>
          {allocationParts.filter((part) => preview.allocation[`${part}Fen`] !== 0).map((part) => <span key={part}>{tParts(`part_${part}`)} {formatFen(preview.allocation[`${part}Fen`])}</span>)}
          {preview.after.status === 'settled' ? <Tag tone="good">{t('settles')}</Tag> : <span className={styles['quiet']}>{t('left', { amount: formatFen(preview.after.balances.principalFen) })}</span>}
        </span>
      )}
      {canKeep && <Checkbox checked={row.keepExcess} onChange={(event) => dispatch({ type: 'keep', key: row.key, keepExcess: event.target.checked })}>{t('keepExcess')}</Checkbox>}
    </>
  );
}
