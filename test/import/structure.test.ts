// Numbers as officials write them keep their nesting; what a text does not say of itself beyond doubt stays blank.
import { expect, test } from 'vitest';
import { importSkeleton, quotedWords, shown } from './read-skeleton.ts';

const notice = `山西省医疗保障局文件
晋医保发〔2021〕14号
山西省医疗保障局
关于做好城乡居民“三统一”工作的通知
各市医疗保障局：
为了落实国家要求，现就有关事项通知如下。
第一章　总则
第一条　为了规范"医保"待遇，制定本办法。
第二条　本办法所称居民，包括下列人员：
（一）未成年人；
（二）"成年人”；
1.在校学生；
1.5倍以上的除外；
2.其他。
第五条规定的人员除外。
第二章 待遇
第三条 起付标准按下表执行：
级别\t起付\t比例
一级\t200元\t90%
二级\t400元\t80%
上表自下月起执行。
第四条 本办法自2022年1月1日起施行，有效期至2026年12月31日。
附件：1. 名单
山西省医疗保障局
2021年12月3日
附件1
重点名单
一、总则
（一）甲
一、总则
`;

test('编章条款项 and attachments', async () => {
  const { clauses, errors, findings } = await importSkeleton(notice, '通知.txt');
  expect(shown(clauses)).toEqual([
    '开头 / 山西省医疗保障局文件 / 晋医保发〔2021〕14号 / 山西省医疗保障局 / 关于做好城乡居民“三统一”工作的通知 / 各市医疗保障局： / 为了落实国家要求，现就有关事项通知如下。',
    '第一章 / 总则',
    '  第一条 / 为了规范"医保"待遇，制定本办法。',
    '  第二条 / 本办法所称居民，包括下列人员：',
    '    （一） / 未成年人；',
    '    （二） / "成年人”；',
    '      1. / 在校学生； / 1.5倍以上的除外；',
    '      2. / 其他。 / 第五条规定的人员除外。',
    '第二章 / 待遇',
    '  第三条 / 起付标准按下表执行：',
    '    表1 / ｜级别｜起付｜比例｜ / ｜一级｜200元｜90%｜ / ｜二级｜400元｜80%｜',
    '    表1之后 / 上表自下月起执行。',
    '  第四条 / 本办法自2022年1月1日起施行，有效期至2026年12月31日。 / 附件：1. 名单 / 山西省医疗保障局 / 2021年12月3日',
    '附件1 / 重点名单',
    '  一、 / 总则',
    '    （一） / 甲',
    '  一、 / 总则',
  ]);
  expect([errors, findings]).toEqual([[], ['blank-to-fill']]);
});

test('the header is what the text says of itself', async () => {
  const { text, report } = await importSkeleton(notice, '通知.txt');
  expect(text).toContain('文件「山西省医疗保障局关于做好城乡居民“三统一”工作的通知」');
  expect(text).toContain('文号 晋医保发〔2021〕14号；');
  expect(text).toContain('施行 自 2022-01-01 至 2026-12-31；');
  expect(text).toContain('发文机关 「山西省医疗保障局」；');
  expect(report.blanks).toEqual(['level']);
});

test.each([
  ['two numbers', '甲发〔2021〕1号\n乙发〔2021〕2号\n第一条 甲。', 'number'],
  ['a number within a sentence', '根据甲发〔2021〕1号的要求。\n第一条 甲。', 'number'],
  [
    'two first days',
    '第一条 本办法自2022年1月1日起施行。\n第二条 本通知自2023年1月1日起执行。',
    'effective',
  ],
  ['the day of another document', '第一条 《规定》自2022年1月1日起施行。', 'effective'],
  ['a day that does not exist', '第一条 本办法自2022年2月30日起施行。', 'effective'],
  ['the day of publication', '第一条 本办法自发布之日起施行。', 'effective'],
  ['a title that is none', '医保待遇真的不错\n第一条 甲。', 'title'],
  ['an office within a sentence', '第一条 由某市医疗保障局负责。', 'issuer'],
] as const)('%s leaves a blank', async (_, text, blank) => {
  const { report, findings, errors } = await importSkeleton(text, 'a.txt');
  expect(report.blanks).toContain(blank);
  expect(findings.every((code) => code === 'blank-to-fill')).toBe(true);
  expect(findings).toHaveLength(report.blanks.length);
  expect(errors).toEqual([]);
});

test('一、 above 第一条 holds the articles, within an article it stands in it', async () => {
  const above = await importSkeleton(
    '一、总则\n第一条 甲：\n（一）子。\n二、待遇\n第二条 乙。',
    'a.txt',
  );
  expect(shown(above.clauses)).toEqual([
    '一、 / 总则',
    '  第一条 / 甲：',
    '    （一） / 子。',
    '二、 / 待遇',
    '  第二条 / 乙。',
  ]);
  const within = await importSkeleton('第一条 甲：\n一、子；\n二、丑。\n第二条 乙。', 'a.txt');
  expect(shown(within.clauses)).toEqual([
    '第一条 / 甲：',
    '  一、 / 子；',
    '  二、 / 丑。',
    '第二条 / 乙。',
  ]);
});

test.each(['gb18030', 'utf-8', 'utf-16'])('a text in %s', async (encoding) => {
  const bytes = {
    gb18030: gb18030(),
    'utf-8': Buffer.from('\ufeff第一条 医保。'),
    'utf-16': utf16(),
  };
  const { clauses, notes } = await importSkeleton(bytes[encoding as keyof typeof bytes], 'a.txt');
  expect(shown(clauses)).toEqual(['第一条 / 医保。']);
  expect(notes).toEqual(encoding === 'gb18030' ? ['gb18030'] : []);
});

/** 第一条 医保。 as GB18030. */
function gb18030(): Uint8Array {
  return Buffer.from('b5dad2bbccf520d2bdb1a3a1a3', 'hex');
}

function utf16(): Uint8Array {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('第一条 医保。', 'utf16le')]);
}

test('a page: lists with numbers, merged cells, deletions, what is no text', async () => {
  const page = `<!doctype html><meta charset="gb2312"><title>x</title><style>p{}</style>
    <h1>某市办法</h1><script>alert(1)</script><p>第一条　甲<del>旧</del><ins>新</ins>。<br>续行。</p><ol style="list-style-type: cjk-ideographic"><li>子</li><li>丑<ul><li>寅</li></ul></li></ol>
    <p><img alt="章">&nbsp;第二条 &lt;乙&gt;。</p><table><caption>表题</caption><tr><th rowspan=2>级<th colspan=2>额<tr><td>1<td>2<table><tr><td>内</table></table>`;
  const { clauses, notes, text } = await importSkeleton(page, 'a.html');
  expect(text).toContain('文件「某市办法」');
  expect(shown(clauses)).toEqual([
    ...[
      '某市办法',
      '  第一条 / 甲新。 / 续行。',
      '    一、 / 子',
      '    二、 / 丑 / 寅',
      '  第二条 / <乙>。 / 表题',
    ],
    '    表1 / ｜级｜额｜←｜ / ｜↑｜1｜2⏎内｜',
  ]);
  expect(notes.map((note) => note.split(' ')[0])).toEqual([
    ...['script', 'deleted', 'inserted', 'bullet', 'picture', 'nested-table', 'merged-cells'],
  ]);
});

test('the words of a text are all quoted, in their order', async () => {
  const skeleton = await importSkeleton(notice, '通知.txt');
  const words = notice.replace(/级别[\s\S]*?80%/u, '').replace(/\s/gu, '');
  const quoted = quotedWords(skeleton).replace(/表1(?:之后)?|开头|｜[^第上]*｜/gu, '');
  expect(quoted).toBe(words);
});
