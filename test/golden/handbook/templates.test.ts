import { printDiagnostic } from '@tiaoli/base';
import { expect, test } from 'vitest';
import { withDelegated } from '../../../apps/web/src/features/drafts/templates/city-template.ts';
import type { NewDocument } from '../../../apps/web/src/features/drafts/templates/new-document.ts';
import { templates } from '../../../apps/web/src/features/drafts/templates/templates.ts';
import type { DelegatedValue } from '../../../apps/web/src/features/drafts/values/delegated-value.ts';
import { compilePage } from './compile-page.ts';
import { formatPieces } from './english-code.ts';
import { sourcesOf, textOf } from './page-documents.ts';
import { fencesOf, readPage } from './read-handbook.ts';

const province: NewDocument = {
  ...{ code: 'example.benefits', title: '示例省住院「待遇」', from: '2027-01-01' },
  ...{ basis: '公共定义', place: { name: '示例省', level: 'province' } },
};
const city: NewDocument = {
  ...{ ...province, code: 'example.city', title: '示例市办法' },
  place: { name: '示例市', level: 'city', above: '示例省' },
};
const rows = '编码,名称,类别,限价,开始日,结束日\nX001,示例药,甲,100,2027-01-01,\n';
const files = new Map([
  ['benefits.csv', rows],
  ['city.csv', rows],
]);

test.each(
  [province, city].flatMap((document) =>
    (['benefits', 'catalogue', 'services'] as const).map((name) => ({
      ...{ name, level: document.place.level },
      text: templates[name](document),
    })),
  ),
)('the template of $name for a $level compiles, and its example passes', async ({ name, text }) => {
  const { findings, examples } = await compilePage([text], files);
  const said = findings.filter(({ code }) => code !== 'unused-name');
  expect(said.map((each) => printDiagnostic(each, 'zh', text))).toEqual([]);
  expect(examples.every(({ passed }) => passed)).toBe(true);
  expect(examples.length).toBe(name === 'services' ? 0 : 1);
  expect([text]).toEqual(formatPieces({ pieces: [text] }, 'zh'));
});

test('what a province leaves to its cities is written into a city’s document, and keeps to the bounds', async () => {
  const [above] = sourcesOf(fencesOf(readPage('zh', 'delegations'))).documents.map(textOf);
  const document = { ...city, basis: '示政发〔2024〕12号' };
  const values: readonly DelegatedValue[] = [
    left('救助比例', 'rate', { bounds: '不低于70%', low: '0.7' }, '0.7'),
    left('救助限额', 'money', { bounds: '不低于3万元', low: '30000', step: '1000' }, '30000'),
    left('救助起付', 'money', { bounds: '0元至3000元', low: '0', high: '3000' }, null),
  ];
  const text = withDelegated(templates.delegated(document), document.basis, values);
  expect(text).toContain('// 范围：不低于70%；依据：条「救助标准」');
  expect(text).toContain('确定 救助比例 = 70%；');
  // The least that is allowed is nothing that anybody has decided.
  expect(text).toContain('//   确定 救助起付 = ……；');
  const { findings } = await compilePage([above ?? '', text]);
  expect(findings.map((each) => printDiagnostic(each, 'zh', text))).toEqual([]);
  const broken = text.replace('确定 救助比例 = 70%', '确定 救助比例 = 60%');
  const { findings: found } = await compilePage([above ?? '', broken]);
  expect(found.map(({ code }) => code)).toEqual(['below-lower-bound']);
});

test('what another document leaves to the place is not set beside', () => {
  const text = templates.delegated(city);
  const value = left('救助起付', 'money', {}, '100');
  expect(withDelegated(text, 'another.document', [value])).toBe(text);
});

function left(
  name: string,
  kind: DelegatedValue['kind'],
  bounds: Pick<DelegatedValue, 'bounds' | 'low' | 'high' | 'step'>,
  above: string | null,
): DelegatedValue {
  return {
    ...{ parameter: name, name, kind, ...bounds, cells: [] },
    delegatedBy: { clause: '条「救助标准」', text: [] },
    above: { text: above ?? '未见', value: above },
    insertion: {
      before: `\n据 示政发〔2024〕12号 条「救助标准」 {\n  确定 ${name} = `,
      after: '；\n}\n',
    },
  };
}
