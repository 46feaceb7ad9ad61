import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { startHere } from './start-here.ts';

const analyses = join(import.meta.dirname, '../golden');
const common = readFileSync(join(analyses, 'checks/basis/common.tiaoli'), 'utf8');
const text = readFileSync(join(analyses, 'analyses/bad/overlap-layer.tiaoli'), 'utf8');
const uri = 'tiaoli:///policies/overlap.tiaoli';

/** The finding comes behind the ordinary ones, with the person, and goes as soon as the text that caused it. */
test('what the analyses find is told later, with the person, and taken back', async () => {
  const editor = await startHere([
    { uri: 'tiaoli:///policies/common.tiaoli', text: common },
    { uri, text },
  ]);
  const late = editor.nextFindings(uri, isOverlap);
  await editor.open(uri, text);
  const found = (await late).find(({ code }) => code === 'overlap');
  expect(editor.published.find((each) => each.uri === uri)?.diagnostics).toEqual([]);
  expect(found?.message).toContain(
    '参保人 { 人员类别：特困人员 }；结算 { 甲类费用：5.00元 } → 4.00元 和 3.00元',
  );
  expect(found?.relatedInformation?.map(({ message }) => message)).toEqual(['情形「重点」在这里']);

  const actions = await editor.request<readonly CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: found?.range,
    context: { diagnostics: [found] },
  });
  const combine = actions.find(({ title }) => title.includes('重叠 就高'));
  const [edit] = Object.values(combine?.edit?.changes ?? {}).flat();
  expect(edit?.newText).toContain('重叠 就高');

  const taken = editor.nextFindings(uri, (findings) => !isOverlap(findings));
  await editor.edit(uri, text.replace('  其余 不适用；', '  其余 不适用；\n  重叠 就高；'));
  expect(await taken).toEqual([]);
  expect(editor.logged).toEqual([]);
});

function isOverlap(findings: readonly Diagnostic[]): boolean {
  return findings.some(({ code }) => code === 'overlap');
}
