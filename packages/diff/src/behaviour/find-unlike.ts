import type { LocalText } from '@tiaoli/base';
import type { Accumulator, Expr, InputDeclaration, ModuleIndex, Program } from '@tiaoli/ir';
import { indexModule, walkExpr } from '@tiaoli/ir';
import { readSetOf } from '@tiaoli/regions';

/**
 * What the two sides declare otherwise about the claims themselves: cases that only one side knows, or takes to be something
 * else, are not compared. While there is one of them nobody may say that everything else is the same.
 */
export function findUnlike(before: Program, after: Program): readonly LocalText[] {
  const [old, now] = [indexModule(before), indexModule(after)];
  return [
    ...unlikeMembers(old, now),
    ...[...old.inputs.values()].flatMap((input) => {
      const other = now.inputs.get(input.id);
      return other ? unlikeInput([before, input], [after, other]) : [];
    }),
    ...unlikeInvariants(before, after),
    ...unlikeEvents(old, now),
    ...unlikePayers(before, after),
    ...(same(before.yearStart, after.yearStart) ? [] : [yearText]),
  ];
}

const yearText = { zh: '保险年度的起算日不同', en: 'the insured year begins on another day' };

/** Accumulators that both sides have and keep otherwise: for another period, by other keys, on another date. */
export function keptOtherwise(before: Program, after: Program): ReadonlySet<string> {
  const now = new Map(after.accumulators.map((each) => [each.id, each]));
  const found = before.accumulators.filter((each) => {
    const other = now.get(each.id);
    return other && !same(keepingOf(each, before), keepingOf(other, after));
  });
  return new Set(found.map(({ id }) => id));
}

function keepingOf(
  { period, on, instance, by, writes, latest, type }: Accumulator,
  program: Program,
) {
  const keys = [
    ...by,
    ...(instance ? [instance] : []),
    ...(writes ?? []).flatMap((each) => each.keys),
  ];
  const counts = [by.length, ...(writes ?? []).map((each) => each.keys.length)];
  return [period, on, latest, type, counts, meaningOf(keys, program), yearOf(period, program)];
}

function yearOf(period: Accumulator['period'], { yearStart }: Program) {
  return period === 'year' ? yearStart : undefined;
}

function unlikeMembers(old: ModuleIndex, now: ModuleIndex): readonly LocalText[] {
  return [...old.enumerations.values()].flatMap(({ id, name, members }) => {
    const other = now.enumerations.get(id);
    if (!other) return [];
    const [left, right] = [members, other.members].map((each) => each.map((one) => one.name));
    const only = [
      ...(left ?? []).filter((each) => !right?.includes(each)),
      ...(right ?? []).filter((each) => !left?.includes(each)),
    ];
    if (only.length === 0) return [];
    return [
      {
        zh: `「${name}」的 ${only.join('、')} 只有一边有`,
        en: `${only.join(', ')} of “${name}” is known to one side only`,
      },
    ];
  });
}

function unlikeInput(
  [before, old]: readonly [Program, InputDeclaration],
  [after, now]: readonly [Program, InputDeclaration],
): readonly LocalText[] {
  const domains = [old, now].map(({ type, low, high, places, atMost, optional, spells }) => [
    ...[type, low, high, places, atMost, optional, spells],
  ]);
  const usual = [meaningOf(listed(old.default), before), meaningOf(listed(now.default), after)];
  return [
    ...(same(domains[0], domains[1])
      ? []
      : [
          {
            zh: `「${old.name}」的取值范围两边不同`,
            en: `“${old.name}” has another domain on each side`,
          },
        ]),
    ...(same(usual[0], usual[1])
      ? []
      : [
          {
            zh: `没有填「${old.name}」时，两边算出的缺省不同`,
            en: `where “${old.name}” is not given, each side takes another default`,
          },
        ]),
  ];
}

function unlikeInvariants(before: Program, after: Program): readonly LocalText[] {
  const [old, now] = [before, after].map(
    (program) =>
      new Map(
        program.declarations.flatMap((each) =>
          each.kind === 'invariant'
            ? [[JSON.stringify(meaningOf([each.condition], program)), each.name] as const]
            : [],
        ),
      ),
  );
  if (!old || !now) return [];
  const only = [...old.keys(), ...now.keys()].filter((key) => !(old.has(key) && now.has(key)));
  if (only.length === 0) return [];
  return [
    {
      zh: '两边的约束不同：只有一边接受的结算没有比较',
      en: 'the invariants differ: claims that one side alone accepts are not compared',
    },
  ];
}

function unlikeEvents(old: ModuleIndex, now: ModuleIndex): readonly LocalText[] {
  return [...old.entities.values()].flatMap(({ id, name, order, parent }) => {
    const other = now.entities.get(id);
    if (!other || same([order, parent], [other.order, other.parent])) return [];
    return [
      {
        zh: `「${name}」的先后次序或所属两边不同`,
        en: `“${name}” has another order, or belongs to something else, on each side`,
      },
    ];
  });
}

/** Amounts may all be the same and yet come out of another fund. */
function unlikePayers(before: Program, after: Program): readonly LocalText[] {
  const now = payersOf(after);
  return [...payersOf(before)].flatMap(([id, old]) => {
    const other = now.get(id);
    if (!other || other.payer === old.payer) return [];
    return [
      {
        zh: `层「${old.name}」的支付方两边不同：${old.payer} → ${other.payer}`,
        en: `layer “${old.name}” is paid by another: ${old.payer} → ${other.payer}`,
      },
    ];
  });
}

function payersOf({ declarations }: Program) {
  return new Map(
    declarations.flatMap((each) =>
      each.kind === 'layer' ? [[each.id, { name: each.name, payer: each.payer }] as const] : [],
    ),
  );
}

function listed(expr: Expr | undefined): readonly Expr[] {
  return expr ? [expr] : [];
}

/** Expressions with every definition behind them, and the rows of the catalogues that they look into. */
function meaningOf(exprs: readonly Expr[], program: Program): unknown {
  const index = indexModule(program);
  const { definitions } = readSetOf(program, index, exprs);
  const bodies = [...definitions]
    .toSorted()
    .map((id) => [id, index.definitions.get(id)?.body] as const);
  return [
    exprs,
    bodies,
    rowsBehind([...exprs, ...bodies.flatMap(([, body]) => listed(body))], program),
  ];
}

function rowsBehind(exprs: readonly Expr[], { declarations }: Program): unknown {
  const looked = new Set<string>();
  for (const expr of exprs) {
    walkExpr(expr, (each) => {
      if (each.kind === 'catalogue-cell') looked.add(each.catalogue);
    });
  }
  return declarations.flatMap((each) =>
    each.kind === 'catalogue' && looked.has(each.id)
      ? each.parts.map(({ content, removes, validity }) => [each.id, content, removes, validity])
      : [],
  );
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
