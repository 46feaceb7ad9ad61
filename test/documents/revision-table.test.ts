import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runHere, runHereJson } from '../cli/run-tiaoli.ts';
import { convertFiles, pageSizeOf, pagesOf, tableRows } from './office.ts';
import { unzip } from './unzip.ts';

const sides = ['taiyuan.employee-outpatient@2023-01-01', 'taiyuan.employee-outpatient@2024-07-01'];
const heads = ['序号', '条款', '修订前', '修订后', '修订依据及说明', '影响测算'];

interface Change {
  readonly change: string;
  readonly field?: string;
  readonly text: string;
  readonly before?: { readonly text: string };
  readonly after?: { readonly text: string };
}

interface Output {
  readonly kind: string;
  readonly state: string;
  readonly min?: string;
  readonly max?: string;
  readonly regions: readonly {
    readonly slope?: { readonly input: string; readonly from: string; readonly to: string };
  }[];
}

describe('修订对照表, opened and printed by LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-revision-'));
  const file = join(folder, 'table.docx');
  let json: {
    readonly structure: readonly Change[];
    readonly behaviour: { readonly outputs: Record<string, Output> };
  };
  let rows: ReturnType<typeof tableRows>;

  beforeAll(async () => {
    const made = await runHere(['diff', ...sides, '--format', 'docx', '--out', file]);
    expect([made.code, made.stderr]).toEqual([1, '']);
    ({ json } = await runHereJson(['diff', ...sides, '--format', 'json']));
    await convertFiles([file], 'pdf', folder);
    await convertFiles([file], 'html:HTML (StarWriter):UTF8', folder);
    rows = tableRows(readFileSync(join(folder, 'table.html'), 'utf8'));
  }, 600_000);

  test('A4 across, the header on every page, page numbers', () => {
    const pdf = join(folder, 'table.pdf');
    expect(pageSizeOf(pdf)).toEqual([842, 595]);
    const pages = pagesOf(pdf).map((page) => page.replace(/\s/gu, ''));
    expect(pages.length).toBeGreaterThan(1);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain(heads.join(''));
      expect(page).toContain(`第${at + 1}页共${pages.length}页`);
    }
    expect(pages[0]).toContain('太原市职工医保普通门诊统筹修订对照表');
  });

  test('the columns, and one row for each article', () => {
    expect(rows.map((row) => row.length)).toEqual([6, 6]);
    expect(rows[0]?.flat()).toEqual(heads);
    expect(rows[1]?.slice(0, 2).flat()).toEqual(['1', '条「门诊统筹待遇」']);
  });

  test('every value before and after is that of the JSON, and no other stands there', () => {
    const rules = json.structure.filter(
      ({ change, field }) => change === 'changed' && field !== 'provenance',
    );
    expect(rules.length).toBeGreaterThan(5);
    const valuesIn = (column: number) =>
      rows[1]?.[column]?.map((line) =>
        line.slice(line.indexOf('：', line.lastIndexOf('」')) + 1).trim(),
      );
    const told = (side: 'before' | 'after') => rules.flatMap((each) => each[side]?.text ?? []);
    expect(valuesIn(2)?.toSorted()).toEqual(told('before').toSorted());
    expect(
      valuesIn(3)
        ?.map((value) => value.replace(/^.*：/u, ''))
        .toSorted(),
    ).toEqual(told('after').toSorted());
  });

  test('every change is explained as in the JSON', () => {
    const explained = rows[1]?.[4] ?? [];
    expect(explained.length).toBe(json.structure.length);
    for (const { text } of json.structure) {
      expect(explained.some((line) => line.endsWith(text))).toBe(true);
    }
  });

  test('the effect is that of the JSON: every result that differs with its bounds', () => {
    const changed = Object.entries(json.behaviour.outputs).filter(
      ([, { state }]) => !state.startsWith('same'),
    );
    const words: Record<string, string> = {
      'changed-exact': '变化·精确',
      'changed-bounded': '变化·有界',
    };
    const expected = changed.map(([name, { kind, state, min, max }]) => {
      const after = kind === 'state' ? '（结算之后）' : '';
      return `${name}${after}：${signed(min)} 至 ${signed(max)}（${words[state]}）`;
    });
    expect(expected.length).toBeGreaterThan(5);
    const lines = rows[1]?.[5]?.map((line) => line.replaceAll(',', '')) ?? [];
    const slopes = lines.filter((line) => line.includes('每多1元'));
    expect(lines.filter((line) => !slopes.includes(line))).toEqual(expected);
    const told = changed.flatMap(([, { regions }]) =>
      regions.flatMap(({ slope }) =>
        slope ? [`${slope.input}从 ${slope.from}元 到 ${slope.to}元`] : [],
      ),
    );
    expect(slopes.length).toBeGreaterThan(3);
    for (const line of slopes) expect(told.some((start) => line.startsWith(start))).toBe(true);
  });

  test('what went is struck, what came is bold and underlined; the typefaces and the language are named', () => {
    const files = unzip(readFileSync(file));
    const body = files.get('word/document.xml') ?? '';
    const runs = [...body.matchAll(/<w:r>.*?<\/w:r>/gsu)].map(([run]) => run);
    const textOf = (run: string) => /<w:t\b[^>]*>(.*?)<\/w:t>/su.exec(run)?.[1];
    expect(runs.filter((run) => run.includes('<w:strike/>')).map(textOf)).toEqual([
      '1800',
      '200',
      '60%',
      '55%',
      '50%',
    ]);
    const came = runs.filter((run) => run.includes('<w:u ') && run.includes('<w:b/>'));
    expect(came.map(textOf)).toEqual(['300元', '2500', '500', '65%', '60%', '55%']);
    expect(body.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    expect(body).toContain('w:orient="landscape"');
    expect(files.get('word/styles.xml')).toContain('w:eastAsia="zh-CN"');
    const fonts = files.get('word/fontTable.xml') ?? '';
    for (const name of ['仿宋_GB2312', '黑体', '楷体_GB2312', '方正小标宋简体']) {
      expect(fonts).toMatch(new RegExp(`w:name="${name}"><w:altName w:val="[^"]+"`, 'u'));
      expect(body + files.get('word/styles.xml')).toContain(`w:eastAsia="${name}"`);
    }
  });
});

/** As it is told: `+130.00元`, `−80.00元`, `0.00元`. */
function signed(amount = ''): string {
  const value = amount.startsWith('-') ? `−${amount.slice(1)}` : amount;
  return `${Number(amount) > 0 ? '+' : ''}${value}元`;
}

test('Word is not printed on a terminal', async () => {
  const { code, stdout, stderr } = await runHere(['diff', ...sides, '--format', 'docx']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('--out');
});
