import { defineTexts } from '../platform/i18n.ts';

export const appTexts = defineTexts('app', {
  zh: {
    product: '贷款台账', dashboard: '工作台', customers: '客户台账', loans: '放款台账', repayments: '还款台账', overdue: '逾期台账', due: '今日应还', classes: '五级分类', imports: '导入',
    people: '人员', settings: '设置', backup: '备份与核对', audit: '操作记录', help: '帮助',
    tabCustomers: '客户', tabLoans: '贷款', tabRepayments: '收款', tabMore: '更多',
    mainNavigation: '主导航', administration: '管理', ledgers: '台账', skipToContent: '跳到正文', businessDate: '营业日', personMenu: '{{name}}的菜单',
    language: '语言', appearance: '外观', appearanceSystem: '跟随系统', appearanceLight: '浅色', appearanceDark: '深色',
    searchNewCustomer: '新增客户', searchNewLoan: '新增贷款', searchBatchReceipts: '多笔收款',
    changePassword: '修改密码', signOut: '退出登录', collapse: '收起导航', expand: '展开导航', readOnly: '只读', noRight: '您的账号不能在这里登记或修改', noRightHint: '这一页需要更多权限；要办理的话，请联系管理员。资料和台账照常可以查看。',
  },
  en: {
    product: 'Loanbook', dashboard: 'Dashboard', customers: 'Customers', loans: 'Loans', repayments: 'Repayments', overdue: 'Overdue', due: 'Due today', classes: 'Five-tier classes', imports: 'Import',
    people: 'People', settings: 'Settings', backup: 'Backup and check', audit: 'Audit trail', help: 'Help',
    tabCustomers: 'Customers', tabLoans: 'Loans', tabRepayments: 'Receipts', tabMore: 'More',
    mainNavigation: 'Main navigation', administration: 'Administration', ledgers: 'Ledgers', skipToContent: 'Skip to content', businessDate: 'Business date', personMenu: 'Menu of {{name}}',
    language: 'Language', appearance: 'Appearance', appearanceSystem: 'System', appearanceLight: 'Light', appearanceDark: 'Dark',
    searchNewCustomer: 'New customer', searchNewLoan: 'New loan', searchBatchReceipts: 'Several receipts',
    changePassword: 'Change password', signOut: 'Sign out', collapse: 'Collapse navigation', expand: 'Expand navigation', readOnly: 'Read only', noRight: 'Your account cannot enter or change anything here', noRightHint: 'This page asks for more rights: see your administrator. Ledgers and files can be read as ever.',
  },
});
