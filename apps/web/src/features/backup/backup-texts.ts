import { defineTexts } from '../../platform/i18n.ts';

export const backupTexts = defineTexts('backup', {
  zh: {
    title: '备份与核对', subtitle: '把整本账带走，并证明账是对的。',
    backup: '备份', backupNote: '下载一个加密的备份文件，包含客户、贷款、还款、人员和操作记录。',
    download: '下载备份', preparing: '正在打包并加密…', downloaded: '已保存为 {{fileName}}',
    keyTitle: '密钥要另外保管', keyText: '备份是加密的。恢复时需要数据文件夹里的密钥文件 keys/master.key（或 LOANBOOK_MASTER_KEY）。请把它抄存到另一个安全的地方，不要和备份放在一起：没有它，谁也打不开备份；两样都拿到，谁都能打开。',
    restoreHint: '恢复：在空的数据文件夹上运行 {{command}}，随后自动核对。',
    verify: '核对', verifyNote: '把每笔贷款从第一条记录重算一遍，与台账上的余额、计划、冲抵逐项比较，并检查操作记录的连续性。',
    runVerify: '开始核对', verifying: '正在核对每一笔贷款… 已用 {{seconds}} 秒',
    sound: '账实相符', soundText_one: '{{at}} 核对了 {{count}} 笔贷款，没有发现差异。', soundText_other: '{{at}} 核对了 {{count}} 笔贷款，没有发现差异。',
    unsound: '发现差异', unsoundText_one: '{{at}} 核对了 {{count}} 笔贷款，下面标出的项目有差异。请先不要更改，联系技术支持。', unsoundText_other: '{{at}} 核对了 {{count}} 笔贷款，下面标出的项目有差异。请先不要更改，联系技术支持。',
    check: '核对项目', checked: '核对数量', result: '结果', passed: '一致', deviations_one: '{{count}} 处差异', deviations_other: '{{count}} 处差异', showDeviations: '查看差异',
  },
  en: {
    title: 'Backup and check', subtitle: 'Take the whole book with you, and prove that it is right.',
    backup: 'Backup', backupNote: 'Downloads one encrypted file with customers, loans, repayments, people and the audit trail.',
    download: 'Download backup', preparing: 'Packing and encrypting…', downloaded: 'Saved as {{fileName}}',
    keyTitle: 'Keep the key apart', keyText: 'The backup is encrypted. Restoring needs the key file keys/master.key of the data folder (or LOANBOOK_MASTER_KEY). Store a copy in another safe place, never beside the backup: without it nobody can open the backup, with both anybody can.',
    restoreHint: 'To restore: run {{command}} on an empty data folder; the check follows by itself.',
    verify: 'Check', verifyNote: 'Recomputes every loan from its first entry, compares balances, plans and allocations with the book, and checks that the audit trail is unbroken.',
    runVerify: 'Check now', verifying: 'Checking every loan… {{seconds}} s so far',
    sound: 'The book is right', soundText_one: '{{count}} loan was checked at {{at}}; nothing deviates.', soundText_other: '{{count}} loans were checked at {{at}}; nothing deviates.',
    unsound: 'Deviations found', unsoundText_one: '{{count}} loan was checked at {{at}}; the marked checks deviate. Change nothing for now and ask support.', unsoundText_other: '{{count}} loans were checked at {{at}}; the marked checks deviate. Change nothing for now and ask support.',
    check: 'Check', checked: 'Items', result: 'Result', passed: 'Agrees', deviations_one: '{{count}} deviation', deviations_other: '{{count}} deviations', showDeviations: 'Show deviations',
  },
});
