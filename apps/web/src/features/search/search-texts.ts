import { defineTexts } from '../../platform/i18n.ts';

export const searchTexts = defineTexts('search', {
  zh: {
    open: '搜索客户、贷款、收款、页面', shortcut: 'Ctrl K', title: '搜索', placeholder: '姓名、拼音、首字母、借据号、合同号、证件或手机后四位', customers: '客户', loans: '贷款', receipts: '收款', pages: '页面与操作', recent: '最近打开',
    nothing: '没有找到“{{text}}”', nothingHint: '可以输入姓名中的一两个字、拼音首字母、借据号开头，或证件、手机的后四位。', failed: '搜索没有成功', allCustomers: '在客户台账中查看全部“{{text}}”', allLoans: '在放款台账中查看全部“{{text}}”', loanCount: '在贷 {{count}} 笔', noLoans: '无在贷',
    outstanding: '余额 {{amount}}', reversed: '已冲正', keys: '↑↓ 选择，回车打开，Ctrl + 回车在新标签页打开，Esc 关闭', results: '搜索结果', close: '关闭',
  },
  en: {
    open: 'Search customers, loans, receipts, pages', shortcut: 'Ctrl K', title: 'Search', placeholder: 'Name, pinyin, initials, receipt or contract number, last four of ID or phone', customers: 'Customers', loans: 'Loans', receipts: 'Receipts', pages: 'Pages and actions', recent: 'Opened lately',
    nothing: 'Nothing found for “{{text}}”', nothingHint: 'Try one or two characters of the name, pinyin initials, the beginning of a receipt number, or the last four of an ID or phone.', failed: 'The search failed', allCustomers: 'All customers for “{{text}}”', allLoans: 'All loans for “{{text}}”', loanCount: '{{count}} loans open', noLoans: 'no open loans',
    outstanding: 'outstanding {{amount}}', reversed: 'reversed', keys: '↑↓ to choose, Enter to open, Ctrl + Enter for a new tab, Esc to close', results: 'Results', close: 'Close',
  },
});
