import { fileSpan } from '@tiaoli/base';
import { expect, test } from 'vitest';
import { escapeXml, junitXml } from './junit.ts';

test.each([
  ['a<b>&"c"', 'a&lt;b&gt;&amp;&quot;c&quot;'],
  ['一\n二', '一&#10;二'],
  ['\u0000\u001b\uffff', '\ufffd\ufffd\ufffd'],
])('%j', (text, escaped) => {
  expect(escapeXml(text)).toBe(escaped);
});

test('names of examples cannot end their attribute', () => {
  const example = {
    document: 'd',
    name: '"/><x',
    span: fileSpan('d.tiaoli'),
    cases: [],
    shapes: [],
    passed: true,
    comparisons: [],
    problems: [],
  };
  const xml = junitXml({ examples: [example], diagnostics: [] }, 'zh');
  expect(xml).toContain('name="&quot;/&gt;&lt;x"');
  expect(xml).not.toContain('<x');
});
