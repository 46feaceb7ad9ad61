// Large documents made of real text: the statements of `policies/` again and again, each time under other names.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '@tiaoli/language';

/** The statements of one policy, ready to stand beside others in one document. */
interface Passage {
  readonly text: string;
  readonly definitions: number;
  /** Names that it declares: they get an ending of their own in every copy. */
  readonly names: ReadonlySet<string>;
  /** The layers of its 层序, in order: a document has one, so that of the copies is put together at the end. */
  readonly layers: readonly string[];
}

const root = join(import.meta.dirname, '../../..');

/** The document on which every other one rests. */
export const commonPath = 'policies/national/common.tiaoli';

export function readSource(path: string): Source {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

/** The policies that rest on nothing but the common definitions and say nothing about other documents. */
export function readPassages(): readonly Passage[] {
  const common = membersIn(readSource(commonPath).text);
  return (
    readdirSync(join(root, 'policies'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.tiaoli'))
      .sort()
      .map((path) => readSource(join('policies', path)).text)
      .filter((text) => text.includes('依据 公共定义；') && !leavesDocument.test(text))
      .map(passageOf)
      // A layer called like a common member of an enumeration could not be told from it under another name.
      .filter(({ names }) => [...names].every((name) => !common.has(name)))
      .filter(standsAlone)
  );
}

/** Statements that set or extend something outside, or of which a document has one: its entities, services and 层序. */
const leavesDocument =
  /^\s*(?:据|确定|特别规定|修改|废止|层序 接|枚举 .*增加|实体 (?!结算|参保人|家庭|明细)|目录|事项|指标|名单)|可接|政策内余额/m;

/** Not so where a remainder has lost its 层序, or where a label and a name are one word: only the name is changed. */
function standsAlone({ text, names, layers }: Passage): boolean {
  const labels = [...text.matchAll(/情形「([^」]*)」/g)].map(([, label = '']) => label);
  return (layers.length > 0 || !/余额/.test(text)) && !labels.some((label) => names.has(label));
}

/** What opens a definition: a construct that stands for itself, not a slot, a case or an input inside one. */
const opensDefinition =
  /^\s*(?:参数|表|层|层序|定义|累计|枚举|组|实体|算例|授权|分担|限额池)[\s「]/gm;

export function countDefinitions(text: string): number {
  return text.match(opensDefinition)?.length ?? 0;
}

function passageOf(text: string): Passage {
  const body = text.slice(text.indexOf('\n}\n') + 3);
  const layers = [...body.matchAll(waterfall)].map(([, order = '']) => order.trim());
  const rest = body.replace(loneWaterfall, '').replace(waterfall, '');
  return { text: rest, definitions: countDefinitions(rest), names: namesIn(rest), layers };
}

const steps = '(?: *//[^\\n]*\\n)* *层序 总额 [^{]*\\{(.*?)现金 其余 \\}\\n';
const loneWaterfall = new RegExp(`^条(?:(?!\\n条)[^{}])*\\{\\n${steps}\\}\\n`, 'gms');
const waterfall = new RegExp(`^${steps}`, 'gms');
const declaration = /^\s*(?:参数|表|层|定义|累计|枚举|组|输入|限额池) ([\p{L}_][\p{L}\p{N}_]*)/gmu;
const enumeration = /^枚举 [^{]*\{([^}]*)\}/gm;
const member = /(?<=^|[；\n])\s*([\p{L}_][\p{L}\p{N}_]*)/gu;

function namesIn(text: string): ReadonlySet<string> {
  const declared = [...text.matchAll(declaration)].map(([, name = '']) => name);
  return new Set([...membersIn(text), ...declared]);
}

function membersIn(text: string): Set<string> {
  const bodies = [...text.matchAll(enumeration)].map(([, body = '']) => body);
  return new Set(bodies.flatMap((body) => [...body.matchAll(member)].map(([, name = '']) => name)));
}

export interface LargeDocument {
  readonly id: string;
  readonly definitions: number;
  /** What it rests on. */
  readonly basis: string;
}

/** A document of at least that many definitions (and fewer than one passage more). */
export function largeDocument(
  passages: readonly Passage[],
  { id, definitions, basis }: LargeDocument,
): string {
  const parts: string[] = [];
  const layers: string[] = [];
  // One for the 层序 at the end.
  let count = 1;
  for (let index = 0; count < definitions; index += 1) {
    const passage = passages[index % passages.length];
    if (!passage) throw new Error('no policy to repeat');
    const ending = `_${id}_${letters(index)}`;
    parts.push(renamed(passage.text, passage.names, ending));
    layers.push(...passage.layers.map((order) => renamed(order, passage.names, ending)));
    count += passage.definitions;
  }
  return `${headerOf(id, basis)}${parts.join('\n')}\n${waterfallOf(layers)}`;
}

function headerOf(id: string, basis: string): string {
  return `语言 1

文件「${id}」 {
  标识 ${id}；
  层级 省 示例省；
  施行 自 2000-01-01；
  依据 ${basis}；
  取整 四舍五入到分；
  出处 "policies/ 的条文换名重复" 等级 示例；
}

`;
}

function waterfallOf(layers: readonly string[]): string {
  return `层序 总额 医疗费总额 政策内 合规费用 {\n  ${layers.join('\n  ')}\n  现金 其余\n}\n`;
}

/** Labels of articles, examples and pools, and aliases; then what stays as it is; then names. */
const piece =
  /(?<label>(?:条|算例|限额池)「[^」]*|别名 "[^"]*)[」"]|"[^"]*"|「[^」]*」|\/\/[^\n]*|[\p{L}_][\p{L}\p{N}_]*/gu;

function renamed(text: string, names: ReadonlySet<string>, ending: string): string {
  return text.replace(piece, (found, label: string | undefined) => {
    if (label !== undefined) return label + ending + found.slice(label.length);
    return names.has(found) ? found + ending : found;
  });
}

/** 0 is `a`, 26 is `ba`: digits would be read as numbers. */
export function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? '' : letters(rest)) + String.fromCharCode(97 + (index % 26));
}
