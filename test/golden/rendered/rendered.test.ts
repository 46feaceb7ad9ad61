import { Validator } from '@seriousme/openapi-schema-validator';
import { headersOf } from '@tiaoli/language';
import { compileDocument, resolveReference } from '@tiaoli/workspace';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { realPolicies } from '../../../packages/workspace/src/testing.ts';

const policies = await realPolicies();
const ids = [...new Set(headersOf(policies.language).map(({ id }) => id))];

function compiled(id: string, target: 'html' | 'openapi') {
  const { reference } = resolveReference(policies, id);
  if (!reference) throw new Error(`no document ${id}`);
  const { files, diagnostics } = compileDocument(policies, reference, { target });
  expect(diagnostics).toEqual([]);
  return files.map((file) => ({ ...file, headers: reference.headers }));
}

/** What a reader sees: the text without the markup. */
function readable(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function bare(text: string): string {
  return text.replace(/\s/g, '');
}

/** The lines of a source but for the headings of clauses, and what stands in quotes in those. */
function wordsOf(source: string) {
  const headings = source.match(/^\s*条「[^」]*」(?:[^{；]|"[^"]*")*?(?:\{$|；$)/gmu) ?? [];
  const quoted = headings.flatMap((each) =>
    [...each.matchAll(/"([^"]*)"/gu)].map(([, text = '']) => text),
  );
  const rest = headings.reduce((text, each) => text.replace(each, ''), source);
  const rules = rest.split('\n').filter((line) => /[^\s{}；]/u.test(line));
  return { rules, quoted };
}

const validate = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: { 'long-title': 'off', 'no-inline-style': 'off', 'doctype-style': 'off' },
});

describe.each(ids)('%s', (id) => {
  test('the page is valid HTML, asks for nothing else and runs nothing', async () => {
    for (const { text } of compiled(id, 'html')) {
      const report = await validate.validateString(text);
      const said = report.results.flatMap(({ messages }) =>
        messages.map(({ line, message }) => `${line}: ${message}`),
      );
      expect(said).toEqual([]);
      expect(text).not.toMatch(/<script|<link|<img|url\(|@import|\son\w+=/i);
    }
  });

  test('every line of the rules and every quoted text stands on the page', () => {
    for (const { text, headers } of compiled(id, 'html')) {
      const seen = bare(readable(text).replaceAll('示例·不是政策', '示例'));
      const header = headers.find(({ title }) => text.includes(`<title>${title}</title>`));
      const source = policies.texts.get(header?.path ?? '') ?? '';
      const { rules, quoted } = wordsOf(source.slice(header?.span.end.offset));
      expect(rules.length + quoted.length).toBeGreaterThan(0);
      for (const words of [...rules, ...quoted]) expect(seen).toContain(bare(words));
    }
  });

  test('the description of the service is valid OpenAPI 3.1', async () => {
    for (const { text } of compiled(id, 'openapi')) {
      const result = await new Validator().validate(JSON.parse(text));
      expect(result).toMatchObject({ valid: true });
    }
  });
});

test('quoted text, sources, reasons and grades stand with their clauses', () => {
  const [page] = compiled('zibo.assistance', 'html');
  const text = readable(page?.text ?? '');
  expect(text).toContain('条「重点救助对象」');
  expect(text).toContain(
    '转述：特困人员、低保对象、返贫致贫人口不设起付标准，按75%救助，年度限额3万元　A 转述',
  );
  const [list] = compiled('shandong.monitoring', 'html');
  expect(readable(list?.text ?? '')).toContain('监测线的百分数在转译中残缺');
  const [items] = compiled('sichuan.handling-services', 'html');
  expect(readable(items?.text ?? '')).toContain('未编码：名称未见');
});

test('invented values are marked where they stand, where they are used, and at the top', () => {
  const html = compiled('zibo.assistance', 'html')[0]?.text ?? '';
  expect(readable(html)).toContain('本文件用到自拟的数：市人均可支配收入。');
  expect(html).toMatch(/60000元<\/td><td><mark>示例·不是政策<\/mark>/);
  expect(html).toMatch(/25% × 市人均可支配收入 <mark>用到示例值<\/mark>/);
  const service = JSON.parse(compiled('zibo.assistance', 'openapi')[0]?.text ?? '');
  expect(service.info['x-tiaoli-illustrative']).toEqual(['市人均可支配收入']);
});

test('what only a lower document invents is not held against the province', () => {
  const html = compiled('shandong.assistance', 'html')[0]?.text ?? '';
  expect(html).not.toContain('市人均可支配收入');
});

test('markup in a text of the policy stays text', async () => {
  const { linkPolicies } = await import('@tiaoli/workspace');
  const text = `语言 1
文件「<b>甲</b> & "乙"」 { 标识 test.markup；层级 国家；施行 自 2024-01-01；取整 四舍五入到分； }
条「<i>」 "原文 <script>x</script> & 句。" { 参数 比值：比例 = 50% 出处 "a<b" 等级 示例； }
`.replace('& "乙"', '& 乙');
  const own = await linkPolicies([{ path: 'a.tiaoli', text }]);
  const { reference } = resolveReference(own, 'test.markup');
  const html = reference && compileDocument(own, reference, { target: 'html' }).files[0]?.text;
  expect(html).toBeDefined();
  expect(html).not.toMatch(/<script|<b>|<i>/);
  expect(html).toContain('原文 &lt;script&gt;x&lt;/script&gt; &amp; 句。');
});

test('the validators refuse what is wrong', async () => {
  const html = compiled('zibo.assistance', 'html')[0]?.text ?? '';
  const broken = await validate.validateString(html.replace('</section>', '</div>'));
  expect(broken.valid).toBe(false);
  const service = JSON.parse(compiled('zibo.assistance', 'openapi')[0]?.text ?? '');
  const { info: _, ...without } = service;
  expect((await new Validator().validate(without)).valid).toBe(false);
});
