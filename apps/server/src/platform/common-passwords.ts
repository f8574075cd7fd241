/**
 * What people choose first when twelve characters are asked for, lower case and without blanks, - _ and dots. Shorter
 * ones are refused by their length; runs, repetitions and keyboard rows are found by rule in password.ts.
 */
export const commonPasswords: ReadonlySet<string> = new Set([
  'password1234', 'password12345', 'password123456', 'passwordpassword', 'passw0rd1234', 'p@ssw0rd1234', 'p@ssword1234', 'mypassword123', 'mypassword1234', 'newpassword123', 'password2020',
  'password2021', 'password2022', 'password2023', 'password2024', 'password2025', 'password2026', 'password2027', 'changeme1234', 'changeme12345', 'changemeplease', 'letmein12345',
  'letmeinplease', 'welcome12345', 'welcome123456', 'welcome1welcome1', 'iloveyou1234', 'iloveyou12345', 'iloveyou520520', 'iloveyou1314520', 'woaini1314520', 'woaini5201314', 'woaini520520',
  'woaini123456', 'woaini1314521', '5201314woaini', '520131452013', '520520520520', '131413141314', '1314520520', '147258369147', '147258369000', '123456789abc', '123456789abcd', '123456abcdef',
  '123456abc123', 'abc123456789', 'abc123abc123', 'abcd12345678', 'a123456789012', 'a1234567890a', 'aa1234567890', 'aa123456789a', 'abc1234567890', 'qwe123456789', 'qwerty123456', 'qwerty1234567',
  'qwertyqwerty', 'qazwsxedcrfv', 'qazwsx123456', '1qaz2wsx3edc', '1qaz2wsx3edc4rfv', 'zaq12wsxcde3', '1q2w3e4r5t6y', 'q1w2e3r4t5y6', 'asdf12345678', 'zxcvbnm12345', 'zxcvbnm123456', 'asd123456789',
  'admin1234567', 'admin12345678', 'admin123456789', 'adminadmin123', 'administrator', 'administrator1', 'administrator123', 'admin888888', 'admin88888888', 'admin@123456', 'root12345678', 'rootroot1234',
  'test12345678', 'testtesttest', 'user12345678', 'guest1234567', 'default12345', 'superman1234', 'sunshine1234', 'princess1234', 'football1234', 'baseball1234', 'dragon123456', 'monkey123456',
  'taobao123456', 'alipay123456', 'wechat123456', 'weixin123456', 'zhongguo1234', 'zhongguo123456', 'beijing123456', 'shanghai1234', 'shanghai123456', 'china1234567', 'china123456789', 'woshishui123',
  'nihao1234567', 'nihaoma12345', 'mima12345678', 'mimamima1234', 'mima123456789', 'woaizhongguo', 'woaibeijing1', 'jiushiwoaini', 'loanbook1234', 'loanbook12345', 'loanbook123456', 'loanbookloanbook',
  'daikuan123456', 'daikuantaizhang', 'xiaodai123456', 'caiwu1234567', 'caiwu12345678', 'kuaiji123456', 'yinhang123456', 'jinrong123456', 'correcthorsebatterystaple', '贷款台账贷款台账贷款台账',
]);
