import { addDays, addMonths, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { completeTerms, type PartialTerms } from '@loanbook/engine/default-terms.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { rateE8 } from '@loanbook/engine/rate.ts';
import type { ShowcaseLoan } from './showcase-loan.ts';

/*
 * One loan for each thing that can happen to a loan. Dates hang on the business date.
 */

function monthly(today: CivilDate, method: PartialTerms['method'], yuan: number, rateTenths: number, monthsAgo: number, periods: number, rest: Partial<PartialTerms> = {}): ReturnType<typeof completeTerms> {
  return completeTerms({ method, principalFen: fen(yuan * 100), rateAnnualE8: rateE8(rateTenths * 100_000), startsOn: addMonths(today, -monthsAgo), periods, ...rest });
}

/** The business date so many months and days ago. */
function ago(today: CivilDate, months: number, days = 0): CivilDate {
  return addDays(addMonths(today, -months), -days);
}

export const showcaseLives: readonly ShowcaseLoan[] = [
  {
    note: '提前还一部分，月供不变、期数减少', borrower: 9, product: '消费贷', terms: (today) => monthly(today, 'equal_installment', 120_000, 84, 8, 24),
    tell(story) {
      const day = ago(story.today, 3, 5);
      story.payDueUntil(day);
      story.enter({ type: 'prepay', mode: 'shorten', occurredOn: day, principal: '30000.00', channel: 'bank_transfer' });
      story.payDueUntil(story.today);
    },
  },
  {
    note: '提前还一部分，期数不变、月供减少', borrower: 9, product: '消费贷', terms: (today) => monthly(today, 'equal_installment', 100_000, 84, 7, 24),
    tell(story) {
      const day = ago(story.today, 2, 10);
      story.payDueUntil(day);
      story.enter({ type: 'prepay', mode: 'reduce', occurredOn: day, principal: '20000.00', fee: '200.00', channel: 'wechat' });
      story.payDueUntil(story.today);
    },
  },
  {
    note: '提前结清，收了提前还款违约金', borrower: 10, product: '商户快贷', terms: (today) => monthly(today, 'equal_principal', 60_000, 108, 6, 12),
    tell(story) {
      const day = ago(story.today, 1, 8);
      story.payDueUntil(day);
      story.enter({ type: 'prepay', mode: 'settle', occurredOn: day, fee: '300.00', channel: 'bank_transfer' });
    },
  },
  {
    note: '逾期后减免一部分罚息，收过一次费用', borrower: 10, product: '商户快贷', terms: (today) => monthly(today, 'equal_installment', 48_000, 114, 9, 12),
    tell(story) {
      story.payDueUntil(ago(story.today, 4));
      story.enter({ type: 'fee', occurredOn: ago(story.today, 2), amount: '120.00', name: '上门催收费' });
      const day = ago(story.today, 0, 20);
      const owedFen = story.stateOn(day).balances.penaltyFen;
      story.enter({ type: 'waive', component: 'penalty', occurredOn: day, amount: formatYuan(fen(Math.floor(owedFen / 2))), reason: '家人住院，经审批减免一半罚息' });
      story.pay(day, fen(600_000));
    },
  },
  {
    note: '年中降息，降息前后分段计息', borrower: 11, product: '小微经营贷', terms: (today) => monthly(today, 'equal_installment', 260_000, 96, 10, 36),
    tell(story) {
      const day = ago(story.today, 4, 7);
      story.payDueUntil(day);
      story.enter({ type: 'rate', occurredOn: day, annualRatePct: '8.4' });
      story.payDueUntil(story.today);
    },
  },
  {
    note: '到期前办理展期，展期后利率上调', borrower: 11, product: '惠农贷', terms: (today) => monthly(today, 'interest_only', 90_000, 78, 11, 12),
    tell(story) {
      const day = ago(story.today, 0, 12);
      story.payDueUntil(day);
      story.enter({ type: 'extend', occurredOn: day, maturesOn: addMonths(story.today, 5), annualRatePct: '8.7' });
    },
  },
  {
    note: '随借随还：三次提款，随时归还', borrower: 12, product: '商户快贷', lentFen: fen(4_000_000),
    terms: (today) => completeTerms({ method: 'revolving', principalFen: fen(20_000_000), rateAnnualE8: rateE8(9_000_000), startsOn: ago(today, 7), maturesOn: addMonths(today, 5) }),
    tell(story) {
      story.enter({ type: 'draw', occurredOn: ago(story.today, 5), amount: '60000.00' });
      story.pay(ago(story.today, 4), fen(3_500_000));
      story.enter({ type: 'draw', occurredOn: ago(story.today, 2), amount: '25000.00' });
      story.pay(ago(story.today, 1), fen(1_000_000));
    },
  },
  {
    note: '随借随还：每月 20 日结息', borrower: 12, product: '商户快贷', lentFen: fen(8_000_000),
    terms: (today) => completeTerms({ method: 'revolving', principalFen: fen(15_000_000), rateAnnualE8: rateE8(8_700_000), startsOn: ago(today, 6), maturesOn: addMonths(today, 6), revolvingSettlement: 'settlement_day', dueRule: { kind: 'settlement_day', day: 20, everyMonths: 1 } }),
    tell(story) {
      story.enter({ type: 'draw', occurredOn: ago(story.today, 4), amount: '30000.00' });
      for (let month = 5; month >= 0; month -= 1) story.payDue(ago(story.today, month));
    },
  },
  {
    note: '分两次放款', borrower: 13, product: '小微经营贷', lentFen: fen(24_000_000), terms: (today) => monthly(today, 'interest_only', 400_000, 76, 5, 12, { interestMode: 'actual_360' }),
    tell(story) {
      story.enter({ type: 'draw', occurredOn: ago(story.today, 3, 6), amount: '160000.00' });
      story.payDueUntil(story.today);
    },
  },
  {
    note: '旧台账接管，没有欠款', borrower: 13, product: '惠农贷', terms: (today) => monthly(today, 'equal_principal', 120_000, 80, 18, 36),
    opening: (today) => ({ type: 'opening', occurredOn: ago(today, 3), sequence: 1, principalFen: fen(7_000_000) }),
    tell: (story) => story.payDueUntil(story.today),
  },
  {
    note: '旧台账接管，接管时已有欠款', borrower: 14, product: '惠农贷', terms: (today) => monthly(today, 'equal_principal', 60_000, 90, 15, 24),
    opening: (today) => ({ type: 'opening', occurredOn: ago(today, 2), sequence: 1, principalFen: fen(3_500_000), overdueSince: ago(today, 4), overduePrincipalFen: fen(500_000), overdueInterestFen: fen(52_500), penaltyFen: fen(7_800) }),
    tell: (story) => void story.pay(ago(story.today, 1), fen(300_000)),
  },
  {
    note: '多还的钱记暂收款，退回一部分，其余抵下一期', borrower: 14, product: '消费贷', terms: (today) => monthly(today, 'equal_installment', 36_000, 102, 5, 12),
    tell(story) {
      story.payDueUntil(ago(story.today, 1, 10));
      const day = ago(story.today, 0, 9);
      story.payDueUntil(day);
      story.pay(day, fen(350_000));
      story.enter({ type: 'refund', occurredOn: ago(story.today, 0, 4), amount: '1000.00' });
    },
  },
  {
    note: '收款记错贷款后冲正，再补记早到的一笔', borrower: 15, product: '消费贷', terms: (today) => monthly(today, 'equal_principal', 24_000, 96, 6, 12),
    tell(story) {
      story.payDueUntil(ago(story.today, 3));
      const wrong = story.pay(ago(story.today, 1, 3), fen(500_000));
      story.reverse(wrong, '付款人另有一笔贷款，记错了', ago(story.today, 0, 2));
      // Backdated: came in two months ago, entered after the reversal.
      story.payDue(ago(story.today, 2));
      story.payDue(ago(story.today, 1));
    },
  },
  {
    note: '重组：逾期后改为 24 期，观察期内', borrower: 15, product: '小微经营贷', terms: (today) => monthly(today, 'equal_installment', 180_000, 88, 14, 18),
    tell(story) {
      const day = ago(story.today, 4);
      story.payDueUntil(ago(story.today, 7));
      story.enter({ type: 'restructure', occurredOn: day, reason: '订单减少，申请延长期限', method: 'equal_installment', annualRatePct: '8.4', termMonths: 24, capitalised: 'interest' });
      story.payDueUntil(story.today);
    },
  },
  {
    note: '观察期内再次重组', borrower: 3, product: '商户快贷', terms: (today) => monthly(today, 'equal_principal', 70_000, 96, 12, 12),
    tell(story) {
      story.payDueUntil(ago(story.today, 10));
      story.enter({ type: 'restructure', occurredOn: ago(story.today, 8), reason: '店铺搬迁', method: 'equal_principal', annualRatePct: '9', termMonths: 12, capitalised: 'none' });
      story.payDueUntil(ago(story.today, 5));
      story.enter({ type: 'restructure', occurredOn: ago(story.today, 3), reason: '再次申请延期', method: 'interest_only', annualRatePct: '9', termMonths: 12, capitalised: 'all' });
      story.payDueUntil(story.today);
    },
  },
  {
    note: '核销后两次回收', borrower: 1, product: '商户快贷', terms: (today) => monthly(today, 'equal_installment', 50_000, 120, 22, 12),
    tell(story) {
      story.payDueUntil(ago(story.today, 18));
      story.enter({ type: 'write_off', occurredOn: ago(story.today, 4), reason: '法院裁定终结执行，经审批核销' });
      story.enter({ type: 'recover', occurredOn: ago(story.today, 2), amount: '3000.00', channel: 'cash' });
      story.enter({ type: 'recover', occurredOn: ago(story.today, 0, 15), amount: '5000.00', channel: 'bank_transfer' });
    },
  },
  {
    note: '没有逾期，但借款人涉诉，人工认定为可疑', borrower: 5, product: '小微经营贷', terms: (today) => monthly(today, 'equal_installment', 320_000, 82, 9, 36),
    tell(story) {
      story.payDueUntil(story.today);
      story.enter({ type: 'class', occurredOn: ago(story.today, 0, 6), fiveTierClass: 'doubtful', reason: '借款人被列为被执行人，主要资产被查封' });
    },
  },
  {
    note: '曾逾期 100 多天，欠款已还清，上调观察中', borrower: 7, product: '消费贷', terms: (today) => monthly(today, 'equal_installment', 54_000, 90, 12, 24),
    tell(story) {
      story.payDueUntil(ago(story.today, 7));
      story.payDue(ago(story.today, 2, 10));
      story.payDueUntil(story.today);
    },
  },
  {
    note: '登记错的放款，已作废', borrower: 6, product: '商户快贷', terms: (today) => monthly(today, 'equal_principal', 30_000, 100, 1, 12),
    tell: (story) => story.makeVoid('客户当日放弃借款，款未转出'),
  },
  { note: '企业的第一笔：正常', borrower: 16, product: '小微经营贷', terms: (today) => monthly(today, 'interest_only', 800_000, 72, 7, 24), tell: (story) => story.payDueUntil(story.today) },
  { note: '企业的第二笔：逾期 120 天左右', borrower: 16, product: '小微经营贷', terms: (today) => monthly(today, 'equal_principal', 300_000, 78, 11, 24), tell: (story) => story.payDueUntil(ago(story.today, 5)) },
  { note: '企业的第三笔：关注', borrower: 16, product: '小微经营贷', terms: (today) => monthly(today, 'equal_installment', 200_000, 80, 8, 18), tell: (story) => story.payDueUntil(ago(story.today, 1, 20)) },
  { note: '合作社的收购贷款，已结清', borrower: 17, product: '惠农贷', terms: (today) => monthly(today, 'bullet', 260_000, 69, 10, 1, { maturesOn: ago(today, 1), interestMode: 'actual_360' }), tell: (story) => story.payDue(ago(story.today, 1)) },
  { note: '合作社的设备贷款', borrower: 17, product: '小微经营贷', terms: (today) => monthly(today, 'equal_installment', 450_000, 71, 6, 36), tell: (story) => story.payDueUntil(story.today) },
];

/** 借新还旧: the second repays the first, five weeks ago. */
export const refinancedPair: { readonly old: ShowcaseLoan; readonly renewed: ShowcaseLoan; readonly on: (today: CivilDate) => CivilDate } = {
  on: (today) => ago(today, 1, 6),
  old: { note: '由新贷款归还（借新还旧）', borrower: 2, product: '惠农贷', terms: (today) => monthly(today, 'interest_only', 100_000, 84, 13, 12), tell: (story) => story.payDueUntil(ago(story.today, 2)) },
  renewed: { note: '借新还旧的新贷款', borrower: 2, product: '惠农贷', terms: (today) => completeTerms({ method: 'equal_principal', principalFen: fen(12_000_000), rateAnnualE8: rateE8(8_400_000), startsOn: ago(today, 1, 6), periods: 18 }), tell: (story) => story.payDueUntil(story.today) },
};
