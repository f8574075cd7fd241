import { fiveTierClassChoices, guarantees, loanStatuses, methods } from '@loanbook/contract/choices.ts';
import { labelRules, type ChoiceRule } from './read-choice.ts';

export type LoanMethod =
  | 'equal_installment' | 'equal_principal' | 'interest_only' | 'quarterly_interest' | 'bullet' | 'flat' | 'balloon' | 'custom' | 'revolving' | 'progressive';
export type LoanGuarantee = 'credit' | 'guarantee' | 'mortgage' | 'pledge' | 'joint' | 'combined';
export type LoanClass = 'normal' | 'special_mention' | 'substandard' | 'doubtful' | 'loss';
export type LoanStatus = 'pending' | 'active' | 'overdue' | 'defaulted' | 'settled' | 'written_off' | 'void';
export type StatusWord = LoanStatus | 'extended' | 'restructured' | 'in_litigation' | 'compensated';

/** Order matters: 等额本金 before 等额, 按季付息 before 付息. */
export const methodRules: readonly ChoiceRule<LoanMethod>[] = [
  [/随借随还|循环|RPT-?09/i, 'revolving'],
  [/气球|尾款|先等额后一次/, 'balloon'],
  [/等额等息|等本等息|^平息|手续费分期|信用卡分期|等本金等利息|^flat/i, 'flat'],
  [/等比|等额递增|等额递减|累进/, 'progressive'],
  [/等额本金|递减还款|本金等额|等本$|equal_?principal|declining|按月等本|等本递减|等本金|^02$/i, 'equal_principal'],
  [/(按季|每季|季度?)(付|结|还)?息|^季息|季付|RPT-?04/i, 'quarterly_interest'],
  [/先息后本|按月(付|结|还)息|每月(付|结|还)息|月付息|付息通|到期还本.*按月|按月收息|按月还利息|按期付息.*到期还本|分期付息.*到期还本|按月付利息|interest_?only/i, 'interest_only'],
  [/利随本清|一次性?还本付息|到期(一次性?)?还本付息|本息到期|到期一次|一次性(还清|偿还|付清|归还)|一次(还清|付清)|本息一次|^一次性$|到期本息|RPT-?05|^bullet/i, 'bullet'],
  [/不规则|按计划|分期还本|协议还款|自定义|不定期|^custom/i, 'custom'],
  [/等额本息|等额还款|按月等额|月均还款|^等额$|等额偿还|等额(还本付息|分期)|^月等额$|RPT-?01|annuity|^emi$|equal_?instal/i, 'equal_installment'],
  [/到期还本/, 'interest_only'],
  ...labelRules(methods),
];

export const rateTypeRules: readonly ChoiceRule<'fixed' | 'lpr'>[] = [
  [/LPR|浮动|变动|浮息|float|variable/i, 'lpr'],
  [/固定|定息|fixed/i, 'fixed'],
];

export const guaranteeRules: readonly ChoiceRule<LoanGuarantee>[] = [
  [/组合|混合/, 'combined'],
  [/(抵|质|押).*[+、,，/及和与].*(保证|担保|质|抵|信用)|(保证|担保).*[+、,，/及和与].*(抵|质)/, 'combined'],
  [/免担保|无担保|无抵押|免抵押|信用|^信$|unsecured|^none$/i, 'credit'],
  [/质押|存单|仓单|股权|应收|^质$|pledge/i, 'pledge'],
  [/抵押|房抵|车抵|按揭|^(房产|土地|林权|车辆|抵)$|mortgage/i, 'mortgage'],
  [/保证|担保|联保|^保$|guarant/i, 'guarantee'],
  ...labelRules(guarantees),
];

export const classRules: readonly ChoiceRule<LoanClass>[] = [
  [/^正常\d?类?$|^1$|^QL0?1$|^一级$|^AAA?$|^正常|^(normal|pass|standard)$/i, 'normal'],
  [/^关注|^2$|^QL0?2$|^二级$|^(special_?mention|watch)$/i, 'special_mention'],
  [/^次级|^3$|^QL0?3$|^三级$|^(sub-?_?standard)$/i, 'substandard'],
  [/^可疑|^4$|^QL0?4$|^四级$|^D$|^(doubtful)$/i, 'doubtful'],
  [/^损失|^5$|^QL0?5$|^五级$|^(loss)$/i, 'loss'],
  ...labelRules(fiveTierClassChoices),
];

export const statusRules: readonly ChoiceRule<StatusWord>[] = [
  [/^未放款|待放款|已审批|审批通过|^签约|未发放|^(pending|approved|submitted)$/i, 'pending'],
  [/作废|撤销|取消|退件|^(cancel+ed|rejected|void(ed)?|withdrawn)$/i, 'void'],
  [/核销前结清/, 'settled'],
  [/核销|账销案存|帐销案存|written_?-?off|charged_?off/i, 'written_off'],
  [/代偿|理赔/, 'compensated'],
  [/诉讼|起诉|执行中|已判决|法务/, 'in_litigation'],
  [/未逾期/, 'active'],
  [/逾期|欠息|欠本|拖欠|^未还$|到期未还|^欠$|催收|失联|^M[1-9]\+?$|代扣失败/i, 'overdue'],
  [/未结清|未结$|未还清|部分(归还|还款|偿还)|^(存量|有效|新增|新发放)$|还款中|未到期|使用中|在贷|履行中|执行正常|存续|^(active|current|open|performing|disbursed|running)$/i, 'active'],
  [/结清|还清|清户|销户|全部收回|^C$|^ES$|已收回|已还完|已还款|完结|还完|^清$|^已清$|^(closed|paid(_?off)?|settled|fully_?paid|repaid|completed)$/i, 'settled'],
  [/展期|续期|转期/, 'extended'],
  [/重组|续贷|转贷|借新还旧/, 'restructured'],
  [/违约|^default/i, 'defaulted'],
  [/正常|^0$/, 'active'],
  ...labelRules(loanStatuses),
];
