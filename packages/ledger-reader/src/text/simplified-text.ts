// The characters of headings, units, statuses and methods; names keep theirs. Not a converter: only what ledgers say.
const traditional = '紅黃綠藍後隨兩併貸臺賬帳單萬圓證號碼聯繫電話據編額還擔餘級類經戶時間產種業執訂協議備註說狀態結歸計總繳納罰滯違約險質發實際應現轉匯銀寶關損農個體職員學歷別區鄉鎮縣組連帶責機構檔審復製統數專項資營開購買車輛樓倉庫長續舊週億點減滿對幣劃償屆訖貳參陸絡優錄當東務處財權費標銷訴訟報條讓顧氣進門誠給國網領憑傳範圍';
const simplified = '红黄绿蓝后随两并贷台账账单万圆证号码联系电话据编额还担余级类经户时间产种业执订协议备注说状态结归计总缴纳罚滞违约险质发实际应现转汇银宝关损农个体职员学历别区乡镇县组连带责机构档审复制统数专项资营开购买车辆楼仓库长续旧周亿点减满对币划偿届讫贰叁陆络优录当东务处财权费标销诉讼报条让顾气进门诚给国网领凭传范围';

const pairs = new Map([...traditional].map((character, index) => [character, simplified.charAt(index)]));
const anyTraditional = new RegExp(`[${traditional}]`, 'g');

/** Words of a ledger in simplified characters, so that one list of headings and choices serves both scripts: 貸款餘額 → 贷款余额. */
export function simplifiedText(text: string): string {
  return text.replace(anyTraditional, (character) => pairs.get(character) ?? character);
}
