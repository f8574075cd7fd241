import { defineTexts } from '../../platform/i18n.ts';

export const peopleTexts = defineTexts('people', {
  zh: {
    title: '人员', subtitle: '谁可以登录，可以做什么。停用的人不能再登录，他做过的记录仍然保留。', addPerson: '新增人员', editPerson: '修改人员',
    userName: '用户名', userNameHint: '小写字母和数字，用来登录，之后不能修改', displayName: '姓名', role: '角色', language: '界面语言', lastSignedIn: '上次登录', neverSignedIn: '还没有登录过', status: '状态', actions: '操作',
    active: '在用', disabled: '已停用', mustChangePassword: '待改初始密码', you: '您自己',
    fullHint: '登记、导入、导出和管理', readOnlyHint: '只能查看和导出，不能改动任何数据',
    edit: '修改', resetPassword: '重置密码', disable: '停用', enable: '启用', personDisabled: '已停用 {{name}}，其登录已全部结束', personEnabled: '已启用 {{name}}',
    resetConfirm: '重置 {{name}} 的密码？', resetConfirmHint: '原密码立即失效，其登录全部结束。您会得到一个新的一次性密码。',
    oneTimeTitle: '{{name}}的一次性密码', oneTimeHint: '只在这里显示这一次。请当面或用可信的方式告诉本人；第一次登录时必须修改。', oneTimeDone: '我已记下',
  },
  en: {
    title: 'People', subtitle: 'Who may sign in, and what they may do. People who are disabled cannot sign in; what they did stays on record.', addPerson: 'Add person', editPerson: 'Edit person',
    userName: 'User name', userNameHint: 'Lower-case letters and digits, for signing in; cannot be changed later', displayName: 'Name', role: 'Role', language: 'Language', lastSignedIn: 'Last sign-in', neverSignedIn: 'Not yet signed in', status: 'Status', actions: 'Actions',
    active: 'Active', disabled: 'Disabled', mustChangePassword: 'Initial password', you: 'You',
    fullHint: 'Posts, imports, exports and manages', readOnlyHint: 'Sees and exports, changes nothing',
    edit: 'Edit', resetPassword: 'Reset password', disable: 'Disable', enable: 'Enable', personDisabled: '{{name}} is disabled and signed out everywhere', personEnabled: '{{name}} is enabled',
    resetConfirm: 'Reset the password of {{name}}?', resetConfirmHint: 'The present password stops working at once and all sessions end. You will get a new one-time password.',
    oneTimeTitle: 'One-time password for {{name}}', oneTimeHint: 'It is shown only here and only once. Tell it in person or another trusted way; it must be changed at the first sign-in.', oneTimeDone: 'I have noted it',
  },
});
