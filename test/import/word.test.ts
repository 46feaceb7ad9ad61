// What Word files hold beside plain words: each is taken in or told of, never lost and never doubled.
import { describe, expect, test } from 'vitest';
import { item, makeWord, p, r, table, tc } from './make-word.ts';
import { importSkeleton, shown } from './read-skeleton.ts';

const importWord = (body: string, parts: Readonly<Record<string, string>> = {}) =>
  importSkeleton(makeWord(body, parts), '文件.docx');

const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

describe('tracked changes', () => {
  test('what was inserted stands, what was deleted does not; both are told', async () => {
    const { clauses, notes, errors } = await importWord(
      `<w:p>${r('第一条 起付标准为')}<w:del w:id="1" w:author="甲"><w:r><w:delText>200元</w:delText></w:r><w:r><w:delText>至300元</w:delText></w:r></w:del><w:ins w:id="2" w:author="甲"><w:r><w:t>400元</w:t></w:r></w:ins>${r('。')}</w:p>`,
    );
    expect(shown(clauses)).toEqual(['第一条 / 起付标准为400元。']);
    expect(notes).toEqual([
      'deleted 200元至300元 @第一条 起付标准为400元。',
      'inserted 400元 @第一条 起付标准为400元。',
    ]);
    expect(errors).toEqual([]);
  });

  test('a deleted end of a paragraph joins it with the next one, and keeps no number of its own', async () => {
    const deletedMark = '<w:rPr><w:del w:id="1"/></w:rPr>';
    const { clauses } = await importWord(
      `${p('第一条 报销比例', deletedMark)}${p('为70%。')}${p('第二条 其他。')}`,
    );
    expect(shown(clauses)).toEqual(['第一条 / 报销比例为70%。', '第二条 / 其他。']);
  });

  test('moved words stand at their new place alone', async () => {
    const { clauses, notes } = await importWord(
      `<w:p>${r('第一条 甲')}<w:moveFrom w:id="1"><w:r><w:t>乙</w:t></w:r></w:moveFrom></w:p><w:p>${r('第二条 ')}<w:moveTo w:id="2"><w:r><w:t>乙</w:t></w:r></w:moveTo></w:p>`,
    );
    expect(shown(clauses)).toEqual(['第一条 / 甲', '第二条 / 乙']);
    expect(notes).toEqual(['moved-away 乙 @第一条 甲', 'inserted 乙 @第二条 乙']);
  });

  test('deleted and inserted rows of a table', async () => {
    const row = (mark: string, text: string): string =>
      `<w:tr><w:trPr>${mark}</w:trPr>${tc(text)}${tc('1')}</w:tr>`;
    const { clauses, notes } = await importWord(
      `<w:tbl>${row('', '一级')}${row('<w:del w:id="1"/>', '二级')}${row('<w:ins w:id="2"/>', '三级')}</w:tbl>`,
    );
    expect(shown(clauses)).toEqual(['表1 / ｜一级｜1｜ / ｜三级｜1｜']);
    expect(notes).toEqual(['deleted 二级1 @表格的一行', 'inserted 三级1 @表格的一行']);
  });
});

describe('automatic numbers', () => {
  const numbering = [
    `<w:abstractNum w:abstractNumId="0">${[
      level(0, 'chineseCountingThousand', '第%1章'),
      level(1, 'chineseCounting', '（%2）'),
      level(2, 'decimal', '%3.'),
      level(3, 'decimal', '%1.%4', '<w:isLgl/>'),
      level(4, 'bullet', '•'),
    ].join('')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCountingThousand', '第%1条', '<w:lvlRestart w:val="0"/>')}</w:abstractNum>`,
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>',
  ].join('');

  test('become numbers that can be read: counted, begun anew below a higher one, in the form of the list', async () => {
    const { clauses, notes } = await importWord(
      [
        ...[
          item('总则', 1),
          item('甲：', 1, 1),
          item('子', 1, 2),
          item('丑', 1, 2),
          item('乙：', 1, 1),
          item('寅', 1, 2),
        ],
        ...[item('待遇', 1), item('丙', 1, 1), item('点', 1, 4)],
      ].join(''),
      { numbering },
    );
    expect(shown(clauses)).toEqual([
      ...[
        '第一章 / 总则',
        '  （一） / 甲：',
        '    1. / 子',
        '    2. / 丑',
        '  （二） / 乙：',
        '    1. / 寅',
      ],
      ...['第二章 / 待遇', '  （一） / 丙 / 点'],
    ]);
    expect(notes).toEqual(['bullet @点']);
  });

  test('go on through another list of the same definition, and begin where one says so', async () => {
    const { clauses } = await importWord(
      [item('甲', 2), item('总则', 1), item('乙', 2), item('丙', 3), item('丁', 3)].join(''),
      { numbering },
    );
    expect(clauses.map(({ path }) => path.at(-1))).toEqual([
      '第一条',
      '第一章',
      '第二条',
      '第九条',
      '第十条',
    ]);
  });

  test('come from the style too, and a list of no number has none', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="条文"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="续"/><w:basedOn w:val="A"/></w:style>';
    const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;
    const off = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    const { clauses } = await importWord(
      [p('甲', style('A')), p('乙', style('B')), p('丙', `${style('A')}${off}`)].join(''),
      { numbering, styles },
    );
    expect(shown(clauses)).toEqual(['第一条 / 甲', '第二条 / 乙 / 丙']);
  });
});

describe('tables', () => {
  test('keep every cell; a merged one stands once, and the others say with which', async () => {
    const { text, clauses, notes, report } = await importWord(
      `${p('第一条 按下表执行：')}${table(
        [tc('级别'), tc('门诊', '<w:gridSpan w:val="2"/>')],
        [tc('一级', '<w:vMerge w:val="restart"/>'), tc('200元'), tc('90%')],
        [tc('', '<w:vMerge/>'), tc('300元'), tc('a｜b')],
      )}`,
    );
    expect(shown(clauses)).toEqual([
      '第一条 / 按下表执行：',
      '  表1 / ｜级别｜门诊｜←｜ / ｜一级｜200元｜90%｜ / ｜↑｜300元｜a\\｜b｜',
    ]);
    expect(notes).toEqual(['merged-cells @表1']);
    expect(report).toMatchObject({ tables: 1, cells: 7 });
    expect(text).toContain('一级 | 200元 | 90%；');
  });

  test('words that Word hides in the lower part of a merged cell are kept', async () => {
    const { clauses } = await importWord(
      table(
        [tc('一级', '<w:vMerge w:val="restart"/>'), tc('1')],
        [tc('二级', '<w:vMerge/>'), tc('2')],
      ),
    );
    expect(shown(clauses)).toEqual(['表1 / ｜一级｜1｜ / ｜二级｜2｜']);
  });

  test('a table within a cell, and rows of different lengths', async () => {
    const inner = table([tc('甲'), tc('乙')]);
    const { clauses, notes } = await importWord(
      table([`<w:tc>${inner}${p('丙')}</w:tc>`, tc('1')], [tc('丁')]),
    );
    expect(shown(clauses)).toEqual(['表1 / ｜甲　乙⏎丙｜1｜ / ｜丁｜｜']);
    expect(notes).toEqual(['nested-table @甲 乙', 'uneven-table @甲 乙 丙']);
  });
});

test('footnotes, comments, headers, text boxes, pictures, formulas and hidden words are kept or told', async () => {
  const box = `<w:txbxContent>${p('盒中的话。')}</w:txbxContent>`;
  const { clauses, notes, report } = await importWord(
    [
      `<w:p>${r('第一条 有脚注')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('。')}</w:p>`,
      `<w:p>${r('第二条 有批注。')}<w:r><w:commentReference w:id="0"/></w:r></w:p>`,
      `<w:p>${r('第三条 有文本框。')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      `<w:p>${r('第四条 有图。')}<w:r><w:drawing><wp:docPr id="1" name="图" descr="流程图"/><a:blip r:embed="x"/></w:drawing></w:r></w:p>`,
      `<w:p>${r('第五条 补偿为')}<m:oMath><m:r><m:t>a×b</m:t></m:r></m:oMath>${r('。')}</w:p>`,
      `<w:p>${r('第六条 看得见')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r></w:p>`,
    ].join(''),
    {
      footnotes: `<w:footnote w:id="2">${p('见原文。')}</w:footnote>`,
      comments: `<w:comment w:id="0" w:author="王某">${p('此处待核。')}</w:comment>`,
      header: p('内部资料'),
      footer: p('第 1 页'),
    },
  );
  expect(shown(clauses)).toEqual([
    ...[
      '第一条 / 有脚注。',
      '第二条 / 有批注。',
      '第三条 / 有文本框。 / 盒中的话。',
      '第四条 / 有图。',
    ],
    ...['第五条 / 补偿为a×b。', '第六条 / 看得见看不见', '脚注', '  注1 / 见原文。'],
  ]);
  expect(notes).toEqual([
    'footnote 注1 见原文。 @第一条 有脚注。',
    'comment 王某：此处待核。 @第二条 有批注。',
    'text-box 盒中的话。 @第三条 有文本框。',
    'picture 流程图 @第四条 有图。',
    'formula a×b @第五条 补偿为a×b。',
    'hidden 看不见 @第六条 看得见看不见',
    'header 内部资料',
  ]);
  expect(report.footnotes).toBe(1);
});

test('fields show their result, content controls their content, and lines broken by hand are lines', async () => {
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 7</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>三</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const { clauses } = await importWord(
    `<w:sdt><w:sdtPr><w:alias w:val="名"/></w:sdtPr><w:sdtContent><w:p>${r('第一条 共')}${field}${r('项：')}<w:r><w:br/></w:r>${r('一、甲')}</w:p></w:sdtContent></w:sdt>`,
  );
  expect(shown(clauses)).toEqual(['第一条 / 共三项：', '  一、 / 甲']);
});

test('headings without numbers are clauses by their level; a table of contents makes none', async () => {
  const style = (id: string, name: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  const styles = `${style('T', 'Title')}${style('1', 'heading 1')}${style('2', 'heading 2')}${style('C', 'toc 1')}`;
  const of = (id: string): string => `<w:pStyle w:val="${id}"/>`;
  const { text, clauses, notes } = await importWord(
    [
      ...[p('某市医疗保障办法', of('T')), p('一、总则 1', of('C')), p('总体要求', of('1'))],
      ...[p('目标', of('2')), p('更好。'), p('范围', of('2')), p('附则', of('1')), p('完。')],
    ].join(''),
    { styles },
  );
  expect(text).toContain('文件「某市医疗保障办法」');
  expect(shown(clauses)).toEqual([
    ...[
      '开头 / 某市医疗保障办法 / 一、总则 1',
      '总体要求',
      '  目标 / 更好。',
      '  范围',
      '附则 / 完。',
    ],
  ]);
  expect(notes).toEqual(['contents @一、总则 1']);
});

test('names, marks and characters that the language cannot hold stay in the quotation', async () => {
  const { clauses, notes, errors } = await importWord(
    [
      ...[p('第一条 “甲\u200b"乙"＂丙。'), p('第二条 "丁"“戊”。')],
      ...[
        p('“双通道”「药品」', '<w:outlineLvl w:val="0"/>'),
        p('条件', '<w:outlineLvl w:val="0"/>'),
      ],
    ].join(''),
  );
  expect(clauses.map(({ path, text }) => [path.at(-1), text.join('|')])).toEqual([
    ['第一条', '“甲|"乙"＂丙。'],
    ['第二条', '"丁"“戊”。'],
    ['“双通道”药品', '“双通道”「药品」'],
    ['条件', ''],
  ]);
  expect(errors).toEqual([]);
  expect(notes.map((note) => note.split(' ')[0])).toEqual([
    'invisible',
    'split-text',
    'shortened-name',
  ]);
});
