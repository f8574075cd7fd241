import { defineTexts } from '../../platform/i18n.ts';

export const newLoanOptionTexts = defineTexts('newLoanOptions', {
  zh: {
    title: '更多条件', note: '多数贷款不用改：按月还款、四舍五入、先费用后本金。',
    cycle: '还款周期', cycleHint: '按周、按天的各期按实际天数/360 计息。', cycleDays: '每隔天数', dueRule: '到期日规则', dueRuleHint: '结息日当天计息，次日扣款。',
    firstPeriodRule: '首期计息', firstPeriodHint: '首期长于或短于一期时怎样算利息。',
    interestOnlyPeriods: '只还息期数', interestOnlyHint: '开头几期只还利息，之后等额本息。', paymentSolve: '月供算法', paymentSolveHint: '按天计息时，可使各期月供更平。',
    amortizationPeriods: '摊销期数', amortizationHint: '月供按这么多期计算，余额在末期一次还清。', residual: '尾款金额', residualHint: '末期另还的本金；与摊销期数填一项即可。',
    stepKind: '递增方式', stepRatioPct: '每段增加', stepAmount: '每段增加', stepEvery: '每段期数', stepHint: '每满这么多期，月供增加一次。', periods: '期',
    customRows: '各期应还本金', customHint: '利息按余额另算；各期本金之和等于放款金额，最后一期在到期日期。', rowDueOn: '第 {{number}} 期应还日期', rowPrincipal: '第 {{number}} 期本金', addRow: '添加一期', removeRow: '删去第 {{number}} 期',
    upfrontFee: '放款时收费', upfrontFeeHint: '计入年化利率，不得从本金中扣除。', rounding: '尾数处理', roundingHint: '每期利息到分的取舍。',
    allocation: '还款冲抵顺序', allocationHint: '逾期 90 天以内的收款这样冲抵。', nplAllocation: '不良后冲抵顺序', nplAllocationHint: '逾期 91 天起的收款这样冲抵。',
    compound: '复利', compoundHint: '对逾期利息计收。', penaltyBasis: '罚息年天数', penaltyBasisHint: '日利率等于年利率除以这个天数。', graceRule: '宽限期后的罚息', graceRuleHint: '宽限天数大于零时起作用。',
    prepaymentInterest: '提前还款结息', prepaymentInterestHint: '提前归还部分本金时，当天结清多少利息。', mostTermMonths: '个贷最长期限', mostTermHint: '展期后总期限不得超过；留空则按贷款通则。', months: '个月', days: '天',
  },
  en: {
    title: 'Further conditions', note: 'Most loans leave these: monthly, half up, costs before principal.',
    cycle: 'Repayment cycle', cycleHint: 'Weekly rows and rows by days bear interest for actual days/360.', cycleDays: 'Days between rows', dueRule: 'Due-day rule', dueRuleHint: 'The settlement day bears interest; money is due the day after.',
    firstPeriodRule: 'First period', firstPeriodHint: 'Interest of a first row longer or shorter than a period.',
    interestOnlyPeriods: 'Interest-only rows', interestOnlyHint: 'The first rows pay interest only, then equal installments.', paymentSolve: 'Installment formula', paymentSolveHint: 'Levels the installments when interest counts days.',
    amortizationPeriods: 'Amortising rows', amortizationHint: 'Installments as if over so many rows; the last one repays the rest.', residual: 'Residual', residualHint: 'Principal of the last row on top; one of the two is enough.',
    stepKind: 'Growth', stepRatioPct: 'Growth of each stage', stepAmount: 'Growth of each stage', stepEvery: 'Rows of a stage', stepHint: 'The installment grows after so many rows.', periods: 'rows',
    customRows: 'Principal of each row', customHint: 'Interest is added on the balance; the rows sum to the amount lent and the last is due on the maturity.', rowDueOn: 'Row {{number}} due on', rowPrincipal: 'Principal of row {{number}}', addRow: 'Add a row', removeRow: 'Remove row {{number}}',
    upfrontFee: 'Fee taken at lending', upfrontFeeHint: 'Counts in the disclosed rate; must not be deducted from the principal.', rounding: 'Rounding', roundingHint: 'How interest of a row becomes whole fen.',
    allocation: 'Order of use', allocationHint: 'For money received up to 90 days past due.', nplAllocation: 'Order when non-performing', nplAllocationHint: 'For money received from 91 days past due.',
    compound: 'Compound interest', compoundHint: 'On overdue interest.', penaltyBasis: 'Days of a penalty year', penaltyBasisHint: 'The daily rate is the annual rate over these days.', graceRule: 'Penalty after grace', graceRuleHint: 'Matters when there are days of grace.',
    prepaymentInterest: 'Interest at early repayment', prepaymentInterestHint: 'What a partial early repayment settles on its day.', mostTermMonths: 'Longest term (personal loan)', mostTermHint: 'No extension may go beyond; without it the general limits hold.', months: 'months', days: 'days',
  },
});
