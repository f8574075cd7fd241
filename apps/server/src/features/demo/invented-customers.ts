import { customerFactsSchema, type CustomerFacts } from '@loanbook/contract/features/customers.ts';
import { addDays, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { residentIdCheckDigit } from '@loanbook/ledger-reader/identity/resident-id.ts';
import { usccCheckCharacter } from '@loanbook/ledger-reader/identity/uscc.ts';
import type { SeededRandom } from './seeded-random.ts';

const surnames = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈', '褚', '卫', '蒋', '沈', '韩', '杨', '朱', '秦', '许', '何', '吕', '施', '张', '孔', '曹', '严', '华', '金', '魏', '陶', '姜', '单', '曾', '欧阳', '上官'];
// Plants, colours and seasons: names that sound right and are nobody's on purpose.
const givenNames = ['青禾', '晚枫', '若棠', '知秋', '云杉', '小满', '立夏', '听雨', '映雪', '望舒', '松年', '竹溪', '兰亭', '梅生', '荷香', '桂林', '柏舟', '槐序', '榆木', '桐花', '杏雨', '桃夭', '稻香', '麦秋', '粟红', '棉白', '茶农', '山月', '溪石', '岭南', '江平', '湖生', '田甜', '谷丰', '禾木', '春分', '白露', '寒露', '霜降', '冬至'];
const towns = ['禾丰镇', '柳塘镇', '双桥镇', '石门乡', '清溪乡', '东湖街道', '南岭街道'];
const villages = ['上湾村', '下湾村', '大屋村', '枫树村', '红旗村', '新田村', '槐荫社区', '河东社区'];
const trades = ['粮油', '建材', '农机', '水产', '茶叶', '苗木', '家具', '物流', '服装', '餐饮'];
const occupations = ['务农', '个体经营', '教师', '司机', '水产养殖', '苗木种植', '企业职工', '木工', '护士', '电工'];
const managers = ['周霜降', '陈白露', '王小满'];

/** Name, ID and phone of nobody: region codes of no county, number segments not issued to the public. */
export function inventCustomer(random: SeededRandom, index: number, openedOn: CivilDate, firm: Firm | null = inventFirm(random)): CustomerFacts {
  const facts = firm ? inventBusiness(random, index, firm) : inventPerson(random, index);
  return customerFactsSchema.parse({
    ...facts,
    mobile: `1600${String(1_000_000 + index * 7919).padStart(7, '0').slice(-7)}`,
    address: `梧桐县${random.pick(towns)}${random.pick(villages)}${random.between(1, 12)}组${random.between(1, 90)}号`,
    bankName: random.pick(['梧桐农商银行', '青禾村镇银行', '县邮政储蓄']),
    bankAccount: `6200${String(100_000_000_000 + index * 104_729).slice(-12)}`,
    creditRating: random.pick(['AA', 'A', 'A', 'B', 'B', 'B', 'C']),
    creditScore: random.between(480, 820),
    creditLimit: `${random.between(5, 60)}0000.00`,
    riskLevel: random.pick(['low', 'low', 'low', 'medium', 'medium', 'high']),
    manager: random.pick(managers), branch: '梧桐县支公司', source: random.pick(['老客户介绍', '上门', '村委推荐', '网点']),
    openedOn, consentOn: openedOn,
  });
}

function inventPerson(random: SeededRandom, index: number): Record<string, unknown> {
  const birthDate = addDays('1962-01-01' as CivilDate, random.between(0, 14_600)); // as: a real day, written out
  const sequence = String(random.between(1, 999)).padStart(3, '0');
  const digits17 = `4299${String(index % 90 + 10)}${birthDate.replaceAll('-', '')}${sequence}`;
  const isFarmer = random.chance(45);
  const monthlyIncome = random.between(30, 220) * 100;
  return {
    name: `${random.pick(surnames)}${random.pick(givenNames)}`,
    kind: isFarmer ? 'farmer' : random.chance(25) ? 'sole_trader' : 'individual',
    idType: 'resident_id', idNumber: digits17 + residentIdCheckDigit(digits17), idExpiresOn: addDays(birthDate, random.between(20_000, 26_000)),
    gender: Number(sequence) % 2 === 1 ? 'male' : 'female', birthDate,
    maritalStatus: random.pick(['married', 'married', 'married', 'single', 'divorced']),
    education: random.pick(['初中', '高中', '中专', '大专', '本科']), ethnicity: random.pick(['汉族', '汉族', '汉族', '土家族', '苗族']),
    occupation: isFarmer ? '务农' : random.pick(occupations), employer: isFarmer ? null : `梧桐县${random.pick(trades)}公司`,
    monthlyIncome: `${monthlyIncome}.00`, annualIncome: `${monthlyIncome * 12}.00`,
    assets: `${random.between(8, 120)}0000.00`, liabilities: `${random.between(0, 30)}0000.00`,
    emergencyContact: `${random.pick(surnames)}${random.pick(givenNames)} 1601${String(2_000_000 + index * 3571).slice(-7)}`,
  };
}

type Firm = 'business' | 'cooperative';

function inventFirm(random: SeededRandom): Firm | null {
  if (!random.chance(12)) return null;
  return random.chance(30) ? 'cooperative' : 'business';
}

function inventBusiness(random: SeededRandom, index: number, kind: Firm): Record<string, unknown> {
  const first17 = `9142990${random.between(0, 9)}MA${String(5_000_000 + index * 1237).slice(-7)}`;
  const trade = random.pick(trades);
  return {
    name: `梧桐县${random.pick(givenNames)}${trade}${kind === 'cooperative' ? '专业合作社' : '有限公司'}`,
    kind,
    idType: 'uscc', idNumber: first17 + usccCheckCharacter(first17),
    legalRepresentative: `${random.pick(surnames)}${random.pick(givenNames)}`, industry: trade,
    annualIncome: `${random.between(40, 900)}0000.00`, assets: `${random.between(60, 2000)}0000.00`, liabilities: `${random.between(10, 500)}0000.00`,
  };
}
