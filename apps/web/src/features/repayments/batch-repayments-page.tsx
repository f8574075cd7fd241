import { channels } from '@loanbook/contract/choices.ts';
import type { InputProblem } from '@loanbook/contract/errors.ts';
import { repaymentsRoutes } from '@loanbook/contract/features/repayments.ts';
import { parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import type { ReplyOf } from '@loanbook/contract/route.ts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useReducer, useState, type ReactNode } from 'react';
import { isApiError } from '../../platform/api-error.ts';
import { call, type RequestBody } from '../../platform/client.ts';
import { useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { useIdempotencyKey } from '../../platform/idempotency-key.ts';
import { links } from '../../platform/links.ts';
import { useSession } from '../../platform/session.ts';
import { usePreference } from '../../platform/stored-preference.ts';
import { ChoiceSelect } from '../../ui/choice-select.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { loanQuery, UnsavedGuard } from '../loans/loans.index.ts';
import { BatchBar } from './batch-bar.tsx';
import styles from './batch-page.module.css';
import { BatchResult } from './batch-result.tsx';
import { BatchSheet } from './batch-sheet.tsx';
import { batchTexts } from './batch-texts.ts';
import { lastChannel, type Channel } from './last-channel.ts';
import { isBad, type CheckedRow } from './sheet-check.ts';
import { changeSheet, mostRows, newSheet, type PasteRest } from './sheet-state.ts';
import { useCheckedSheet } from './use-checked-sheet.ts';
import { useRefreshAfterMoney } from './use-post-repayment.ts';

/** 多笔收款: a cashier's morning in one sheet. */
export function BatchRepaymentsPage(): ReactNode {
  const t = useTexts(batchTexts);
  const { loanId } = useSearch({ from: '/signed-in/repayments/batch' });
  const loan = useQuery({ ...loanQuery(loanId ?? ''), enabled: loanId !== undefined });
  const [sheetNumber, setSheetNumber] = useState(0);
  const [posted, setPosted] = useState<ReplyOf<typeof repaymentsRoutes.postBatch> | null>(null);
  const restart = (): void => {
    setPosted(null);
    setSheetNumber(sheetNumber + 1);
  };
  const firstName = sheetNumber === 0 ? String(loan.data?.cells['receiptNo'] ?? '') : '';
  return (
    <Page title={t('title')} subtitle={t('subtitle')} before={<Link to={links.repayments}>{t('toList')}</Link>}>
      {posted !== null && <BatchResult repayments={posted.repayments} total={posted.total} onAnother={restart} />}
      {posted === null && (loanId !== undefined && loan.isPending ? <Loading /> : <Sheet key={sheetNumber} firstName={firstName} onPosted={setPosted} />)}
    </Page>
  );
}

interface SheetProps {
  readonly firstName: string;
  readonly onPosted: (posted: ReplyOf<typeof repaymentsRoutes.postBatch>) => void;
}

function Sheet({ firstName, onPosted }: SheetProps): ReactNode {
  const t = useTexts(batchTexts);
  const formats = useFormats();
  const today = useToday();
  const [state, dispatch] = useReducer(changeSheet, firstName, newSheet);
  const [usualDay, setUsualDay] = useState<CivilDate>(today);
  const channel = usePreference(lastChannel);
  const { checked, isLooking, error } = useCheckedSheet(state.rows, { paidOn: usualDay, channel }, today);
  const post = usePostBatch(onPosted);
  const isReady = !isLooking && checked.length > 0 && checked.every((row) => row.repayment !== null && !isBad(row));
  const submit = (): void => {
    if (isReady && !post.isPending) post.mutate({ repayments: checked.flatMap((row) => row.repayment ?? []) });
  };
  const refusedByKey = refusals(post.error, checked);
  return (
    <>
      <div className={styles['usual']}>
        <label className={styles['field']}>{t('usualDay')}<DateInput value={usualDay} max={today} onChange={(day) => setUsualDay(parseCivilDate(day ?? '') ?? today)} /></label>
        <label className={styles['field']}>{t('usualChannel')}<ChoiceSelect choices={channels} value={channel} onChange={(value) => lastChannel.write(channelOf(value))} /></label>
        <span className={styles['keys']}>{t('keys')}</span>
      </div>
      <BatchSheet state={state} dispatch={dispatch} checked={checked} refusedByKey={refusedByKey} placeholders={{ paidOn: usualDay, channel: formats.choice(channels, channel) }} onPost={submit} />
      {state.leftOut !== null && <PasteLeftOut leftOut={state.leftOut} />}
      {error !== null && <Failure error={error} />}
      {post.error !== null && <Failure error={post.error} title={t('failed')} />}
      <BatchBar state={state} dispatch={dispatch} checked={checked} isReady={isReady} isPosting={post.isPending} onPost={submit} />
      <UnsavedGuard isDirty={() => checked.length > 0 && !post.isSuccess} />
    </>
  );
}

function PasteLeftOut({ leftOut }: { readonly leftOut: PasteRest }): ReactNode {
  const t = useTexts(batchTexts);
  return (
    <Notice tone="attention" title={t('leftOutTitle')}>
      {leftOut.rows > 0 && <p>{t('leftOutRows', { count: leftOut.rows, most: mostRows })}</p>}
      {leftOut.columns > 0 && <p>{t('leftOutColumns', { count: leftOut.columns })}</p>}
    </Notice>
  );
}

function usePostBatch(onPosted: SheetProps['onPosted']) {
  const refresh = useRefreshAfterMoney();
  const { keyFor, done } = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: RequestBody<typeof repaymentsRoutes.postBatch>) => call(repaymentsRoutes.postBatch, { body, idempotencyKey: keyFor(body) }),
    onSuccess: (posted) => {
      done();
      refresh([...new Set(posted.repayments.map((repayment) => repayment.loanId))]);
      onPosted(posted);
    },
  });
}

/** The server names rows by their place among the posted ones: "repayments.3.amount". */
function refusals(error: unknown, checked: readonly CheckedRow[]): ReadonlyMap<number, InputProblem> {
  if (!isApiError(error)) return new Map();
  return new Map(error.problems.flatMap((problem) => {
    const row = checked[Number(/^repayments\.(\d+)/.exec(problem.path)?.[1] ?? Number.NaN)];
    return row === undefined ? [] : [[row.row.key, problem] as const];
  }));
}

function channelOf(value: string | null): Channel {
  return channels.find((choice) => choice.value === value)?.value ?? 'other';
}

function useToday(): CivilDate {
  const { businessDate } = useSession();
  const today = parseCivilDate(businessDate);
  if (today === null) throw new Error(`the business date is no date: ${businessDate}`);
  return today;
}
