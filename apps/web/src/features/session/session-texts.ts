import { defineTexts } from '../../platform/i18n.ts';

export const sessionTexts = defineTexts('session', {
  zh: {
    signIn: '登录', signInSubtitle: '贷款、还款与逾期，一本账。', userName: '用户名', password: '密码',
    forgotten: '忘记密码？请联系有“人员”权限的同事重置。',
    notSetUp: '还没有建立机构', notSetUpHint: '请在启动贷款台账的窗口里找到一次性初始化链接，用浏览器打开它。',
    setup: '建立机构', setupSubtitle: '为贵机构开一本新台账。这一步只做一次，之后都可以在“设置”里修改。',
    institutionName: '机构名称', institutionNameExample: '例如：青禾小额贷款有限公司', timeZone: '时区', timeZoneHint: '营业日按这里的日历更替。',
    yourAccount: '您的账号', yourAccountHint: '第一个账号拥有全部权限。', displayName: '您的姓名', userNameHint: '小写字母和数字，用来登录，例如 wangfang', language: '界面语言', createInstitution: '建立机构并登录',
    alreadySetUp: '机构已经建立', alreadySetUpHint: '初始化链接只能使用一次，请直接登录。', toSignIn: '去登录',
    tokenMissing: '请使用完整的初始化链接', tokenMissingHint: '链接印在启动窗口里，以 /setup#token= 结尾加一串字符。请完整复制到地址栏。',
    changePassword: '修改密码', mustChange: '您用的是一次性密码。设一个只有您知道的密码，才能继续。', currentPassword: '当前密码', oneTimePassword: '一次性密码', newPassword: '新密码', passwordChanged: '密码已修改', saveNewPassword: '保存新密码', notNow: '返回',
  },
  en: {
    signIn: 'Sign in', signInSubtitle: 'Loans, repayments and arrears in one book.', userName: 'User name', password: 'Password',
    forgotten: 'Password forgotten? Ask a colleague who manages people to reset it.',
    notSetUp: 'There is no institution yet', notSetUpHint: 'Find the one-time setup link in the window where Loanbook was started, and open it in a browser.',
    setup: 'Create the institution', setupSubtitle: 'Opens a new book for your institution. This is done once; everything can be changed later under Settings.',
    institutionName: 'Institution name', institutionNameExample: 'For example: Qinghe Microcredit Ltd', timeZone: 'Time zone', timeZoneHint: 'The business date follows the calendar here.',
    yourAccount: 'Your account', yourAccountHint: 'The first account has full rights.', displayName: 'Your name', userNameHint: 'Lower-case letters and digits, for signing in, such as wangfang', language: 'Language', createInstitution: 'Create and sign in',
    alreadySetUp: 'The institution exists already', alreadySetUpHint: 'The setup link works only once; please sign in.', toSignIn: 'Sign in',
    tokenMissing: 'Please use the whole setup link', tokenMissingHint: 'It is printed in the start window and ends in /setup#token= and a row of characters. Copy all of it into the address bar.',
    changePassword: 'Change password', mustChange: 'You signed in with a one-time password. Choose one that only you know to go on.', currentPassword: 'Current password', oneTimePassword: 'One-time password', newPassword: 'New password', passwordChanged: 'Password changed', saveNewPassword: 'Save new password', notNow: 'Back',
  },
});
