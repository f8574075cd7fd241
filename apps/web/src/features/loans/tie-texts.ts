import { defineTexts } from '../../platform/i18n.ts';

export const tieTexts = defineTexts('tie-loan', {
  zh: {
    tie: '调整到纸质余额', title: '调整到纸质余额', text: '纸质台账和账本的余额对不上时，更正接管时的余额，让这一天的余额与纸上相同。原来的接管余额会冲正并保留在记录里；之后的收款重新冲抵。', paper: '纸质余额', on: '哪一天的余额', book: '账本这一天的余额', difference: '需要调整', opening: '接管余额', openingChange: '{{before}} → 约 {{after}}', reason: '调整原因', reasonHint: '至少两个字，例如“旧台账漏记一笔还款”。', confirm: '调整余额', cancel: '取消', done: '余额已调整', same: '与账本相同，不用调整。', notTakenOver: '这笔贷款是在贷款台账里放款的，没有接管余额可调；请冲正或补登收款。', back: '调错了可以再调回原来的余额。',
  },
  en: {
    tie: 'Tie to paper balance', title: 'Tie to the paper balance', text: 'Where paper and book do not agree, this corrects the balance taken over, so that the balance on that day is the paper’s. The former one is reversed and stays on record; receipts since are used anew.', paper: 'Balance on paper', on: 'As of', book: 'Balance in the book that day', difference: 'To be adjusted', opening: 'Balance taken over', openingChange: '{{before}} → about {{after}}', reason: 'Reason', reasonHint: 'At least two characters, such as “the old ledger lacked a receipt”.', confirm: 'Adjust', cancel: 'Cancel', done: 'The balance was adjusted', same: 'Same as the book; there is nothing to adjust.', notTakenOver: 'This loan was lent in Loanbook and has no balance taken over; reverse or add receipts instead.', back: 'A wrong adjustment is taken back by setting the former balance again.',
  },
});
