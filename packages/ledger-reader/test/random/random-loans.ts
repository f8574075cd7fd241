import { inventedId } from '../build-ledger.ts';
import type { Dice } from '../dice.ts';
import { addMonths } from '../../src/values/civil-days.ts';

/** A value of a list with the words ledgers have for it. */
export interface WordedValue {
  readonly value: string;
  readonly words: readonly string[];
}

export interface RandomLoan {
  readonly serial: number;
  readonly customerName: string;
  readonly customerIdNumber: string;
  readonly mobile: string;
  readonly receiptNo: string;
  readonly contractNo: string;
  readonly principalFen: number;
  readonly disbursedOn: string;
  readonly maturesOn: string;
  readonly termMonths: number;
  readonly rateBasisPoints: number;
  readonly method: WordedValue;
  readonly guarantee: WordedValue;
  readonly class: WordedValue;
  readonly purpose: string;
  readonly manager: string;
  readonly repaidFen: number;
  readonly interestFen: number;
  readonly paidOn: string;
  readonly channel: WordedValue;
}

const list = (...entries: readonly (readonly [string, string])[]): WordedValue[] => entries.map(([value, words]) => ({ value, words: words.split('|') }));
const methods = list(['equal_installment', '等额本息|按月等额本息|等额本息还款法'], ['equal_principal', '等额本金|按月等额本金'], ['interest_only', '按月付息到期还本|先息后本|按月结息'], ['bullet', '利随本清|到期一次还本付息|一次性还本付息']);
const guarantees = list(['credit', '信用|信用贷款'], ['guarantee', '保证|保证担保|联保'], ['mortgage', '抵押|房产抵押'], ['pledge', '质押|存单质押']);
const classes = list(['normal', '正常|正常类'], ['special_mention', '关注|关注类'], ['substandard', '次级'], ['doubtful', '可疑'], ['loss', '损失']);
const channels = list(['cash', '现金|柜面'], ['bank_transfer', '银行转账|网银'], ['wechat', '微信'], ['direct_debit', '银行代扣']);
const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

/** Six to nineteen loans of as many people; part of each is repaid, of some all, of some nothing. */
export function randomLoans(roll: Dice): RandomLoan[] {
  const pick = <Item>(items: readonly [Item, ...Item[]]): Item => items[roll(items.length)] ?? items[0];
  const one = (values: readonly WordedValue[]): WordedValue => values[roll(values.length)] ?? { value: '', words: [''] };
  return Array.from({ length: 6 + roll(14) }, (_, index): RandomLoan => {
    const serial = index + 1;
    const principalFen = (1 + roll(40)) * 1_000_000;
    const termMonths = pick([6, 12, 24, 36]);
    const year = 2022 + roll(3);
    const disbursedOn = `${year}-${String(1 + roll(11)).padStart(2, '0')}-${String(1 + roll(27)).padStart(2, '0')}`;
    const share = pick([0, 100, 10, 25, 60, 90]);
    return {
      serial, principalFen, termMonths, disbursedOn,
      customerName: `${surnames.charAt(roll(24))}${stems.charAt(index % 10)}${branches.charAt(index % 12)}`,
      customerIdNumber: inventedId(serial),
      mobile: `161${String(10_000_000 + index * 37)}`,
      receiptNo: `JJ${year}${String(serial).padStart(4, '0')}`,
      contractNo: `梧贷字${year}第${String(serial).padStart(3, '0')}号`,
      maturesOn: addMonths(disbursedOn, termMonths),
      rateBasisPoints: 600 + roll(120) * 12,
      method: one(methods), guarantee: one(guarantees), class: one(classes), channel: one(channels),
      purpose: pick(['种植', '养殖', '经营周转', '购车']), manager: pick(['周霜降', '陈白露', '王小满']),
      repaidFen: (principalFen / 100) * share,
      interestFen: Math.floor(principalFen / 2000) * 10,
      paidOn: addMonths(disbursedOn, 1),
    };
  });
}
