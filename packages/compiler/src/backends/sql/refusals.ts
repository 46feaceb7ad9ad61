import type { Diagnostic, LocalText, Span } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { Accumulator, Expr, Program, ValueType } from '@tiaoli/ir';
import { isNumeric, typeOfExpr, walkExpr } from '@tiaoli/ir';
import { finding } from '../../messages.ts';
import { scaleOfExpr } from '../../passes/scale-of-expr.ts';
import { keyScale } from './accumulator-slots.ts';
import type { Emission } from './emission.ts';
import type { Value } from './value.ts';
import { gapValue } from './value.ts';

type Reason = keyof typeof reasons;

const reasons = {
  'working-days': {
    zh: '用到工作日的推算',
    en: 'it counts working days',
  },
  catalogues: {
    zh: '用到目录的行',
    en: 'it reads rows of a catalogue',
  },
  'records-of-records': {
    zh: '明细之下还有明细',
    en: 'records stand below records',
  },
  'spells-of-records': {
    zh: '明细有按日变化的字段',
    en: 'records have facts that change by the day',
  },
} as const satisfies Record<string, LocalText>;

/** Notes what cannot be written; the value stands in for it until the emission ends with the finding. */
export function refuse(emission: Emission, reason: Reason): Value {
  note(emission, reasons[reason], emission.origin ?? fileSpan(''));
  return gapValue(emission, -1);
}

function note({ refused }: Emission, what: LocalText, span: Span): void {
  const diagnostic = finding('not-in-sql', { what }, span);
  refused.set(JSON.stringify([what.zh, span]), diagnostic);
}

/** What of the program cannot be held in columns; what the emission itself met is added. */
export function refusals(program: Program, emission: Emission): readonly Diagnostic[] {
  wideSets(program, emission);
  foreignKeys(program, emission);
  return [...emission.refused.values()];
}

/** Bits of a set that stands in 64 with its sign to spare. */
const mostMembers = 63;

function wideSets(program: Program, emission: Emission): void {
  const { index } = emission.analysis;
  const sets = new Set<string>();
  const add = (type: ValueType | undefined): void => {
    if (type?.kind === 'set') sets.add(type.enumeration);
  };
  for (const { type } of index.inputs.values()) add(type);
  for (const { type, body } of program.definitions) {
    add(type);
    walkExpr(body, (expr) => add(expr.kind === 'literal' ? expr.type : undefined));
  }
  for (const id of sets) {
    const enumeration = index.enumerations.get(id);
    const count = enumeration?.members.length ?? 0;
    if (!enumeration || count <= mostMembers) continue;
    const { name, span } = enumeration;
    const what = {
      zh: `「${name}」有${count}个取值，作为集合放不下（至多${mostMembers}个）`,
      en: `“${name}” has ${count} members, too many for a set (at most ${mostMembers})`,
    };
    note(emission, what, span);
  }
}

/** Keys of one accumulator must be held alike wherever they come from. */
function foreignKeys(program: Program, emission: Emission): void {
  for (const accumulator of program.accumulators) {
    const sites = keySites(accumulator, program);
    const forms = accumulator.by.map((_, column) =>
      sites.map((keys) => formOf(keys[column], emission)),
    );
    const isAlike = forms.every(
      ([first, ...rest]) => first !== undefined && rest.every((form) => form === first),
    );
    if (isAlike) continue;
    const { name, origin } = accumulator;
    const what = {
      zh: `累计「${name}」按种类不同的键、或小数超过六位的键分别累计`,
      en: `“${name}” is kept by keys of several kinds, or with more than six decimals`,
    };
    note(emission, what, origin.span);
  }
}

function keySites(
  { id, by, writes = [] }: Accumulator,
  { definitions }: Program,
): readonly (readonly Expr[])[] {
  const sites: (readonly Expr[])[] = [by, ...writes.map(({ keys }) => keys)];
  for (const { body } of definitions) {
    walkExpr(body, (expr) => {
      if (expr.kind === 'accumulator' && expr.accumulator === id && expr.keys)
        sites.push(expr.keys);
    });
  }
  return sites;
}

/** How a key is held; undefined for one that is not. */
function formOf(
  key: Expr | undefined,
  { analysis: { index }, scales }: Emission,
): string | undefined {
  const type = key && typeOfExpr(key, index)?.type;
  if (!key || !type || type.kind === 'set') return undefined;
  if (type.kind === 'enumeration') return type.enumeration;
  if (!isNumeric(type)) return type.kind;
  return keyScale % scaleOfExpr(key, scales) === 0n ? 'number' : undefined;
}
