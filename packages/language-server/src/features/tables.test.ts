import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { openSession } from './sample-session.ts';
import { answerTableEdit, findTables } from './tables.ts';

const path = 'policies/city.tiaoli';
const text = `语言 1
文件「市」 { 标识 test.city； 施行 自 2024-01-01 }
表 起付：金额 按 医院级别 {
  一级：200元 等级 A；
  二级：4oo元；
}
`;

test('a table is a grid with ranges, and an edit of it edits of the text', async () => {
  const session = await openSession([{ path, text }]);
  const uri = session.uriOf(path);
  const [table] = findTables(session, { uri });
  expect(table).toMatchObject({
    kind: 'table',
    name: '起付',
    headings: ['医院级别', '金额'],
    range: { start: { line: 2, character: 0 }, end: { line: 5, character: 1 } },
    rows: [{ cells: [{ text: '一级' }, { text: '200元', notes: '等级 A' }] }, {}],
  });
  const from = table?.from ?? -1;
  const edit = { kind: 'set-cell', row: 1, column: 1, text: '400元' } as const;
  const answer = answerTableEdit(session, { uri, from, edit });
  if (answer.kind === 'refused') throw new Error(answer.reason);
  const document = TextDocument.create(uri, '', 0, text);
  expect(TextDocument.applyEdits(document, [...answer.edits])).toBe(text.replace('4oo元', '400元'));
});

test('what cannot be done is said in the language of the session', async () => {
  const session = await openSession([{ path, text }], { language: 'en' });
  const uri = session.uriOf(path);
  const edit = { kind: 'remove-row', row: 0 } as const;
  expect(answerTableEdit(session, { uri, from: 3, edit })).toEqual({
    kind: 'refused',
    reason: 'this table is no longer in the text; choose it again',
  });
});
