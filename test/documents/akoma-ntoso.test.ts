import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { akomaNtoso } from '@tiaoli/documents';
import type { Module } from '@tiaoli/ir';
import { openPolicies, openPolicyFolder } from '@tiaoli/workspace';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { create } from 'xmlbuilder2';
import { root } from '../architecture/source-tree.ts';
import { runHere } from '../cli/run-tiaoli.ts';

const folder = mkdtempSync(join(tmpdir(), 'tiaoli-akn-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const modules: Module[] = [];
beforeAll(async () => {
  const policies = await openPolicies(openPolicyFolder(root, 'policies'));
  for (const path of policies.texts.keys()) {
    const { module } = policies.lower(path);
    if (module) modules.push(module);
  }
}, 300_000);

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** Read with a parser, so that what is not well-formed fails. */
function parse(xml: string): Element {
  return elementOf(create(xml).root().node as never);
}

/** Nodes of the document as the parser gives them. */
interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<Node>;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
}

function elementOf(node: Node): Element {
  const children = [...node.childNodes].flatMap((each): readonly (Element | string)[] => {
    if (each.nodeType === 1) return [elementOf(each)];
    return each.nodeValue?.trim() ? [each.nodeValue] : [];
  });
  const attributes = Object.fromEntries(
    [...node.attributes].map(({ name, value }) => [name, value]),
  );
  return { name: node.nodeName, attributes, children };
}

const elements = ({ children }: Element): readonly Element[] =>
  children.filter((each): each is Element => typeof each !== 'string');
const within = (element: Element): readonly Element[] =>
  elements(element).flatMap((each) => [each, ...within(each)]);

/** What may stand in an element, in order; read by hand from the schema of Akoma Ntoso 3.0 for what is used here. */
const models: Readonly<Record<string, RegExp>> = {
  akomaNtoso: /^act $/,
  act: /^meta preface body $/,
  meta: /^identification references $/,
  identification: /^FRBRWork FRBRExpression FRBRManifestation $/,
  FRBRWork: /^FRBRthis FRBRuri FRBRdate FRBRauthor FRBRcountry (FRBRnumber )?FRBRname $/,
  FRBRExpression: /^FRBRthis FRBRuri FRBRdate FRBRauthor FRBRlanguage $/,
  FRBRManifestation: /^FRBRthis FRBRuri FRBRdate FRBRauthor FRBRformat $/,
  references: /^(TLCOrganization )+$/,
  preface: /^p $/,
  body: /^((article )+|hcontainer )$/,
  article: /^num (content |(intro )?(paragraph )+)$/,
  paragraph: /^num (content |(intro )?(paragraph )+)$/,
  content: /^(p )+$/,
  intro: /^(p )+$/,
};

function problemsOf(xml: string): readonly string[] {
  const top = parse(xml);
  const all = [top, ...within(top)];
  const ids = all.flatMap(({ attributes }) => attributes.eId ?? []);
  return [
    ...all.flatMap((each) => {
      const inside = elements(each)
        .map(({ name }) => `${name} `)
        .join('');
      return models[each.name]?.test(inside) === false ? [`${each.name}: ${inside}`] : [];
    }),
    ...(new Set(ids).size === ids.length ? [] : ['an eId stands twice']),
    ...all.flatMap(({ attributes: { href = '', source = '' } }) =>
      [href, source].filter((each) => each.startsWith('#') && !ids.includes(each.slice(1))),
    ),
  ];
}

test('every policy is well-formed, of the structure of the standard, with every clause and its words', () => {
  let clauses = 0;
  for (const module of modules) {
    const xml = akomaNtoso(module) ?? '';
    expect(problemsOf(xml), module.document).toEqual([]);
    const all = within(parse(xml));
    const texts = all.filter(({ name }) => name === 'p').map((each) => each.children.join(''));
    for (const each of module.declarations) {
      if (each.kind !== 'clause' || each.document !== module.document) continue;
      clauses += 1;
      const nums = all.filter(({ name }) => name === 'num').map((one) => one.children.join(''));
      expect(nums).toContain(each.path.at(-1));
      for (const text of each.text) expect(texts).toContain(text);
    }
  }
  expect(modules.length).toBeGreaterThan(100);
  process.stdout.write(`${modules.length} policies, ${clauses} clauses\n`);
  expect(clauses).toBeGreaterThan(250);
}, 120_000);

test('names and words of any kind stay what they are, and a planted fault is seen', () => {
  const module = modules.find(({ declarations }) =>
    declarations.some(({ kind }) => kind === 'clause'),
  );
  if (!module) throw new Error('no module');
  const odd = '<条>&"\u0001]]>\ud800';
  const declarations = module.declarations.map((each) =>
    each.kind === 'clause' ? { ...each, text: [odd] } : each,
  );
  const xml = akomaNtoso({ ...module, declarations }) ?? '';
  expect(problemsOf(xml)).toEqual([]);
  const texts = within(parse(xml)).filter(({ name }) => name === 'p');
  expect(texts.map((each) => each.children.join(''))).toContain('<条>&"\uFFFD]]>\uFFFD');
  expect(problemsOf(xml.replace('<FRBRcountry value="cn"/>', ''))).not.toEqual([]);
  expect(problemsOf(xml.replaceAll('eId="tiaoli"', 'eId="other"'))).toContain('#tiaoli');
});

test('as a target of compile: a file for each version', async () => {
  const args = ['compile', 'taian.assistance', '--target', 'akoma-ntoso', '--out', folder];
  const { code, stdout } = await runHere(args);
  expect([code, stdout]).toEqual([0, expect.stringContaining('.akn.xml')]);
  const [file = ''] = readdirSync(folder);
  expect(file).toBe('taian.assistance@2024-08-01.akn.xml');
  const xml = readFileSync(join(folder, file), 'utf8');
  expect(xml).toContain('泰政办发〔2022〕14号');
  expect(problemsOf(xml)).toEqual([]);
}, 120_000);
