import { assertNever, parseRational, printDate } from '@tiaoli/base';
import type {
  Cell,
  Declaration,
  Dimension,
  FillDeclaration,
  KeyMatch,
  Module,
  ModuleIndex,
  ParameterDeclaration,
  ParameterVersion,
  Provenance,
} from '@tiaoli/ir';
import { printExpr, printNumber, referencesOf } from '@tiaoli/ir';
import type { Grade, InventedParameters } from '../../passes/grade-of.ts';
import { gradeAround } from '../../passes/grade-of.ts';
import { derivedMark, escapeHtml, illustrativeMark } from './markup.ts';

/** A declaration that holds values. */
export type ValueHolder = ParameterDeclaration | FillDeclaration;

export function isValueHolder(declaration: Declaration): declaration is ValueHolder {
  return declaration.kind === 'parameter' || declaration.kind === 'fill';
}

/** What a table is made with. */
export interface ValueContext {
  readonly module: Module;
  readonly index: ModuleIndex;
  readonly invented: InventedParameters;
}

/** The values of one parameter, or of one 确定, with where each was read and how far it can be trusted. */
export function valueTable(holder: ValueHolder, { module, index, invented }: ValueContext): string {
  const around = gradeAround(holder, module.declarations);
  const rows = versionsOf(holder).flatMap(({ period, version, dimensions }) =>
    version.cells.map((cell) => ({ period, cell, version, dimensions })),
  );
  const title = holder.kind === 'fill' ? `确定　${holder.name}` : holder.name;
  const body = rows.map(({ period, cell, version, dimensions }) => {
    const noted = cell.provenance ?? version.provenance ?? holder.provenance;
    const grade = cell.provenance?.grade ?? version.provenance?.grade ?? around;
    const isDerived = [...referencesOf(cell.value).parameters].some((id) =>
      invented.affected.has(id),
    );
    return [
      `<tr><th scope="row">${escapeHtml(cellName(cell, dimensions))}</th>`,
      `<td>${escapeHtml(period)}</td>`,
      `<td class="value">${escapeHtml(printExpr(cell.value, index, 'zh'))}${isDerived ? ` ${derivedMark}` : ''}</td>`,
      `<td>${gradeText(grade, noted)}</td>`,
      `<td>${escapeHtml(noted?.source ?? '')}</td></tr>`,
    ].join('');
  });
  return [
    `<table><caption>${escapeHtml(title)}</caption>`,
    '<thead><tr><th scope="col">项</th><th scope="col">有效</th><th scope="col">取值</th>',
    '<th scope="col">等级</th><th scope="col">出处</th></tr></thead>',
    `<tbody>\n${body.join('\n')}\n</tbody></table>`,
  ].join('');
}

interface HolderVersion {
  readonly period: string;
  readonly version: Pick<ParameterVersion, 'cells' | 'provenance'>;
  readonly dimensions: readonly Dimension[];
}

function versionsOf(holder: ValueHolder): readonly HolderVersion[] {
  const { dimensions } = holder;
  if (holder.kind === 'fill') {
    const { cells } = holder;
    return [{ period: periodText(holder.validity), version: { cells }, dimensions }];
  }
  return holder.versions.map((version) => ({
    period: version.year === undefined ? periodText(version.validity) : `${version.year}年度`,
    version,
    dimensions,
  }));
}

function periodText({ from, to }: ParameterVersion['validity']): string {
  const first = from === undefined ? '' : `自${printDate(from)}`;
  return to === undefined ? first : `${first}至${printDate(to)}`;
}

const markNames = { inferred: '推定', approximate: '约', paraphrased: '转述' } as const;

/** `A 转述`; invented values stand out by words as well as by colour. */
export function gradeText(grade: Grade, noted: Provenance | undefined): string {
  const marks = (noted?.marks ?? []).map((mark) => markNames[mark]);
  const own = grade === 'illustrative' ? [illustrativeMark] : grade === undefined ? [] : [grade];
  return [...own, ...marks].join(' ');
}

function cellName({ match, column }: Cell, dimensions: readonly Dimension[]): string {
  const keys = match.map((key, at) => keyName(key, dimensions[at]));
  const all = [...keys, ...(column === undefined ? [] : [column])];
  return all.length === 0 ? '—' : all.join('、');
}

function keyName(key: KeyMatch, dimension: Dimension | undefined): string {
  switch (key.kind) {
    case 'members':
      return key.members.join('、');
    case 'any':
      return '任意';
    case 'otherwise':
      return '其余';
    case 'range': {
      const print = (text: string): string => {
        const number = parseRational(text);
        return number ? printNumber(number, dimension?.type ?? { kind: 'decimal' }, 'zh') : text;
      };
      const low = key.low && `${key.low.included ? '不低于' : '超过'}${print(key.low.value)}`;
      const high = key.high && `${key.high.included ? '不超过' : '不满'}${print(key.high.value)}`;
      return [low, high].filter((part) => part !== undefined).join('，');
    }
    default:
      return assertNever(key);
  }
}
