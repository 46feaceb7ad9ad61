/**
 * What is tried first, of those with letters enough to reach the least length with digits after them, or in themselves:
 * from published lists of the most common, and what offices of this field choose.
 */
const words = `
password passwd admin administrator root welcome letmein iloveyou monkey dragon football baseball superman princess
sunshine master shadow qwerty qwertyuiop qwertyuiopasdfghjkl asdfghjkl asdfghjklqwertyuiop zxcvbnm qazwsx qazwsxedc
qazwsxedcrfv qwer qweasd qweasdzxc qweqwe asdasd asdfgh abc abcd abcdef aaa aaaaaa test guest default changeme secret
trustno hello love lovely computer internet system manager service support office user login access database oracle
woaini woaiwojia woaizhongguo zhongguo beijing shanghai china wangyi taobao weixin nihao dearbook caonima
tiaoli yibao yibaoju yiliao shebao yiliaobaozhang yiliaobaoxian mima guanliyuan 密码 管理员 条例 医保 医保局 医疗保障局
password1password password123password 1qaz2wsx 1qaz2wsx3edc 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5y6
qwer1234qwer 1234qwer1234 abc123abc123 abcd1234abcd p@ssw0rd p@ssword passw0rd p@ssw0rd1234 admin123admin admin@123admin
correcthorsebatterystaple iloveyouforever 123456789abc 123456abcdef 123456qwerty qwerty123456 a123456789a
112233445566 121212121212 123123123123 123456123456 123456654321 123454321234 111222333444 520131452013 5201314
147258369147 147258369 789456123 789456123789 159357159357 987654321987 0123456789ab 102030405060 010203040506
131313131313 101010101010 110110110110 666888666888 168168168168 888666888666 woaini5201314 woaini1314520
`;

export const commonPasswords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));
