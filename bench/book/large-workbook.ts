import { residentIdCheckDigit } from '@loanbook/ledger-reader/identity/resident-id.ts';
import { writeXlsxStream } from 'hucre/xlsx';
import { seededRandom } from '../../apps/server/src/features/demo/seeded-random.ts';

const headings = [
  '序号', '借款人', '身份证号', '联系电话', '性别', '家庭住址', '开户银行', '银行账号', '合同编号', '借据号', '贷款产品', '放款金额(元)', '年利率(%)', '期限(月)', '放款日期', '到期日期', '还款方式', '担保方式', '保证人', '抵押物',
  '贷款用途', '所属行业', '已还本金(元)', '贷款余额(元)', '逾期天数', '五级分类', '状态', '客户经理', '机构', '备注',
];
const surnames = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈'];
const givenNames = ['青禾', '晚枫', '若棠', '知秋', '云杉', '小满', '立夏', '听雨', '映雪', '望舒'];

/** A workbook as a lender keeps it, of so many invented loans in thirty columns, two loans to a borrower. */
export async function largeWorkbook(loans: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeXlsxStream(sheetRows(loans), { name: '贷款台账' })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What the workbook's rows hold, headings left out. */
export function* ledgerRows(loans: number): Generator<(string | number)[]> {
  const random = seededRandom(loans);
  for (let index = 0; index < loans; index += 1) {
    const borrower = Math.floor(index / 2);
    const principal = random.between(3, 300) * 1000;
    const repaid = Math.floor(principal / random.between(2, 9) / 100) * 100;
    yield [
      index + 1, `${surnames[borrower % 10] ?? ''}${givenNames[Math.floor(borrower / 10) % 10] ?? ''}${givenNames[Math.floor(borrower / 100) % 10] ?? ''}`.slice(0, 4), idNumber(borrower), `1600${String(borrower).padStart(7, '0')}`,
      borrower % 2 === 0 ? '男' : '女', `梧桐县柳塘镇上湾村${(borrower % 90) + 1}号`, '梧桐农商银行', `62001${String(borrower).padStart(11, '0')}`, `HT-${index}`, `J-${index}`, '农户小额贷款', principal, random.between(48, 180) / 10, 12,
      '2026-01-15', '2027-01-15', random.pick(['等额本息', '等额本金', '先息后本']), '信用', '', '', '购买农资', '农业', repaid, principal - repaid, 0, '正常', '正常', `信贷员${String((index % 40) + 1)}`, '县支公司', '',
    ];
  }
}

function* sheetRows(loans: number): Generator<(string | number)[]> {
  yield ['青禾小额贷款有限公司贷款台账'];
  yield ['截止日期：2026-05-31'];
  yield headings;
  yield* ledgerRows(loans);
}

function idNumber(borrower: number): string {
  const digits17 = `429910${1970 + (Math.floor(borrower / 28_000) % 30)}${String((Math.floor(borrower / 1_000) % 12) + 1).padStart(2, '0')}${String((Math.floor(borrower / 12_000) % 28) + 1).padStart(2, '0')}${String(borrower % 1_000).padStart(3, '0')}`;
  return digits17 + residentIdCheckDigit(digits17);
}
