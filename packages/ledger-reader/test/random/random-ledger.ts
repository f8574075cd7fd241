import { bookFile, type BuiltSheet, type Cell } from '../build-ledger.ts';
import { dice, type Dice } from '../dice.ts';
import type { ExpectedBook, ExpectedRecord } from '../score-reading.ts';
import type { LedgerFile } from '../../src/read-ledger.ts';
import { headingWords } from './heading-words.ts';
import { randomLoans, type RandomLoan } from './random-loans.ts';

/** How one ledger writes its figures; the same for all its lines. */
interface Habits {
  readonly roll: Dice;
  readonly isWan: boolean;
  readonly isUnitInHeading: boolean;
  readonly writeDay: (date: string) => Cell;
}

interface Column {
  readonly heading: string;
  readonly write: (loan: RandomLoan) => Cell;
  /** What the record must hold; absent where the column is not judged. */
  readonly key?: string;
  readonly read?: (loan: RandomLoan) => string | number;
}

const yuan = (fen: number): string => (fen / 100).toFixed(2);
const pick = <Item>(roll: Dice, items: readonly Item[]): Item => {
  const item = items[roll(items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};
const heading = (roll: Dice, of: keyof typeof headingWords): string => pick(roll, headingWords[of].split('|'));

const dayWriters: readonly ((date: string) => Cell)[] = [
  (date) => new Date(`${date}T00:00:00Z`),
  (date) => date,
  (date) => date.split('-').map(Number).join('.'),
  (date) => date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日'),
  (date) => date.replaceAll('-', ''),
  (date) => date.split('-').map(Number).join('/'),
  (date) => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000) + 25_569,
];

/** A ledger whose words, order, units and notations are drawn by lot, and what it says; the same seed gives the same. */
export async function randomLedger(seed: number): Promise<{ readonly file: LedgerFile; readonly expected: ExpectedBook }> {
  const roll = dice(seed);
  const habits: Habits = { roll, isWan: roll(5) < 2, isUnitInHeading: roll(2) === 0, writeDay: pick(roll, dayWriters) };
  const loans = randomLoans(roll);
  const columns = loanColumns(habits);
  const sheets = [loanSheet(habits, columns, loans)];
  const paid = roll(2) === 0 && columns.some(({ key }) => key === 'receiptNo') ? loans.filter(({ repaidFen }) => repaidFen > 0) : [];
  if (paid.length > 0) sheets.push(receiptSheet(habits, paid));
  return {
    file: await bookFile(sheets),
    expected: {
      loans: loans.map((loan): ExpectedRecord => Object.fromEntries(columns.flatMap(({ key, read }) => (key && read ? [[key, read(loan)]] : [])))),
      repayments: paid.map((loan) => ({ loan: loans.indexOf(loan), paidOn: loan.paidOn, principal: yuan(loan.repaidFen), interest: yuan(loan.interestFen), total: yuan(loan.repaidFen + loan.interestFen), channel: loan.channel.value })),
      problems: [],
    },
  };
}

function moneyHeading({ roll, isWan, isUnitInHeading }: Habits, of: keyof typeof headingWords): string {
  const unit = isWan ? '万元' : '元';
  return heading(roll, of) + (isUnitInHeading ? pick(roll, [`(${unit})`, `（${unit}）`]) : '');
}

function writeMoney({ roll, isWan }: Habits, fen: number): Cell {
  if (roll(5) > 0) return fen / (isWan ? 1_000_000 : 100);
  return isWan ? String(fen / 1_000_000) : (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
}

/** The columns that a ledger must have, some that it may have, and the serial number first. */
function loanColumns(habits: Habits): readonly Column[] {
  const { roll, writeDay } = habits;
  const isMonthly = roll(5) < 2;
  const hasReceiptNo = roll(5) > 0;
  const maybe = (chance: number, column: Column): readonly Column[] => (roll(10) < chance ? [column] : []);
  const money = (of: 'principal' | 'repaidPrincipal' | 'repaidInterest' | 'outstandingPrincipal', fenOf: (loan: RandomLoan) => number): Column => ({ heading: moneyHeading(habits, of), write: (loan) => writeMoney(habits, fenOf(loan)), key: of, read: (loan) => yuan(fenOf(loan)) });
  const word = (of: 'method' | 'guarantee' | 'class'): Column => ({ heading: heading(roll, of), write: (loan) => pick(roll, loan[of].words), key: of, read: (loan) => loan[of].value });
  const text = (of: 'customerName' | 'customerIdNumber' | 'receiptNo' | 'contractNo' | 'purpose' | 'manager' | 'disbursedOn' | 'maturesOn', write: (loan: RandomLoan) => Cell = (loan) => loan[of]): Column => ({ heading: heading(roll, of), write, key: of, read: (loan) => loan[of] });
  const columns: readonly Column[] = [
    text('customerName'),
    ...maybe(8, text('customerIdNumber')),
    ...maybe(7, { heading: heading(roll, 'mobile'), write: (loan) => loan.mobile }),
    ...maybe(4, { heading: heading(roll, 'address'), write: ({ serial }) => `梧桐县禾丰镇${serial}组` }),
    ...(hasReceiptNo ? [text('receiptNo')] : []),
    ...maybe(hasReceiptNo ? 4 : 10, text('contractNo')),
    money('principal', (loan) => loan.principalFen),
    text('disbursedOn', (loan) => writeDay(loan.disbursedOn)),
    text('maturesOn', (loan) => writeDay(loan.maturesOn)),
    { heading: heading(roll, isMonthly ? 'monthlyRate' : 'yearlyRate'), write: ({ rateBasisPoints }) => rateBasisPoints / (isMonthly ? 120 : 100), key: 'annualRatePct', read: ({ rateBasisPoints }) => (rateBasisPoints / 100).toFixed(4) },
    ...maybe(6, { heading: heading(roll, 'termMonths'), write: ({ termMonths }) => (roll(3) > 0 ? termMonths : `${termMonths}个月`), key: 'termMonths', read: (loan) => loan.termMonths }),
    ...maybe(6, word('method')), ...maybe(6, word('guarantee')), ...maybe(4, text('purpose')),
    ...maybe(6, money('repaidPrincipal', (loan) => loan.repaidFen)), ...maybe(4, money('repaidInterest', (loan) => loan.interestFen)),
    money('outstandingPrincipal', (loan) => loan.principalFen - loan.repaidFen),
    ...maybe(5, word('class')), ...maybe(6, text('manager')), ...maybe(4, { heading: heading(roll, 'note'), write: () => null }),
  ];
  const isShuffled = roll(2) === 0;
  const ordered = isShuffled ? columns.map((column) => ({ column, place: roll(1000) })).sort((left, right) => left.place - right.place).map(({ column }) => column) : columns;
  return [{ heading: heading(roll, 'serial'), write: ({ serial }) => serial }, ...ordered];
}

function loanSheet(habits: Habits, columns: readonly Column[], loans: readonly RandomLoan[]): BuiltSheet {
  const { roll, isWan, isUnitInHeading } = habits;
  const rows: Cell[][] = [];
  if (roll(5) > 0) rows.push([pick(roll, ['贷款台账', '梧桐县惠民小额贷款公司贷款明细表', '梧桐县互助社借款台账', '放款登记表'])]);
  rows.push([`${pick(roll, ['截止日期：', '截至', '数据日期:'])}2024年12月31日`, ...(isUnitInHeading ? [] : [null, null, `单位：${isWan ? '万元' : '元'}`])]);
  rows.push(columns.map((column) => (roll(10) === 0 ? [...column.heading].join(' ') : column.heading)));
  for (const loan of loans) {
    rows.push(columns.map((column) => column.write(loan)));
    if (loan.serial % 7 === 0 && roll(3) === 0) rows.push([]);
  }
  const sums: Readonly<Record<string, (loan: RandomLoan) => number>> = { principal: (loan) => loan.principalFen, outstandingPrincipal: (loan) => loan.principalFen - loan.repaidFen };
  const total = columns.map(({ key }, index): Cell => {
    const fenOf = sums[key ?? ''];
    return index === 0 ? '合计' : fenOf ? loans.reduce((sum, loan) => sum + fenOf(loan), 0) / (isWan ? 1_000_000 : 100) : null;
  });
  if (roll(3) > 0) rows.push(total);
  if (roll(2) === 0) rows.push(['制表：周霜降', null, null, '复核：陈白露']);
  return { name: pick(roll, ['Sheet1', '贷款台账', '2024年', '台账']), rows };
}

function receiptSheet(habits: Habits, loans: readonly RandomLoan[]): BuiltSheet {
  const { roll, isWan, isUnitInHeading, writeDay } = habits;
  const head = [heading(roll, 'paidOn'), heading(roll, 'receiptNo'), heading(roll, 'customerName'), moneyHeading(habits, 'paidPrincipal'), moneyHeading(habits, 'paidInterest'), moneyHeading(habits, 'paidTotal'), heading(roll, 'channel'), heading(roll, 'externalRef')];
  const lines = loans.map((loan): Cell[] => [writeDay(loan.paidOn), loan.receiptNo, loan.customerName, writeMoney(habits, loan.repaidFen), writeMoney(habits, loan.interestFen), writeMoney(habits, loan.repaidFen + loan.interestFen), pick(roll, loan.channel.words), `LS${String(loan.serial).padStart(6, '0')}`]);
  return { name: pick(roll, ['还款台账', '收款', '还款明细', '回款流水']), rows: [...(isUnitInHeading ? [] : [[`单位：${isWan ? '万元' : '元'}`]]), head, ...lines] };
}

