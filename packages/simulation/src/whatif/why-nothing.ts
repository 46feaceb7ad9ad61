import type { ChangeAlone } from '@tiaoli/diff';
import { compareBehaviour, isSame } from '@tiaoli/diff';
import type { Definition, Expr, LayerDeclaration, Module, Program } from '@tiaoli/ir';
import { fenLiteral, noMoney, referencesOf } from '@tiaoli/ir';
import type { ReformResult } from '../result/simulation-result.ts';
import type { Scenario } from '../run/scenario.ts';
import { nameOfChanges } from './by-change.ts';

/** Whether no amount of anybody changes. */
export function isNothing({ verdict: { fund, person, better, worse } }: ReformResult): boolean {
  const figures = [fund.change, person.change, better.people, worse.people];
  return figures.every(({ value }) => Number(value) === 0);
}

const YUAN = fenLiteral(100);

/** What counts the claims in which a layer that reads a change applies: one yuan for each of them. */
export interface Probe {
  readonly name: string;
  readonly change: string;
}

/** The baseline with a probe for each change. */
export function probedScenario(
  baseline: Scenario,
  changes: readonly ChangeAlone[],
): { readonly scenario: Scenario; readonly probes: readonly Probe[] } {
  const { program } = baseline;
  const module = baseline.edited?.module;
  const found = changes.flatMap(({ changes: own, owners }, at) => {
    const layers = module ? layersReading(module, new Set(owners)) : [];
    const [first] = layers;
    if (!first) return [];
    const name = `触及·${at + 1}`;
    const probe = { name, change: nameOfChanges(own).zh };
    return [{ probe, definition: probeDefinition(program, name, layers, first) }];
  });
  const definitions = [...program.definitions, ...found.map(({ definition }) => definition)];
  return {
    scenario: { ...baseline, program: { ...program, definitions } },
    probes: found.map(({ probe }) => probe),
  };
}

function probeDefinition(
  program: Program,
  name: string,
  layers: readonly LayerDeclaration[],
  { entity, id, span }: LayerDeclaration,
): Definition {
  const applied = layers.map((layer) => paidOf(program, layer));
  return {
    ...{ id: `${program.document}/${name}`, name, entity, type: { kind: 'money' } },
    optional: false,
    body: {
      kind: 'cases',
      overlap: 'first',
      branches: applied.map((paid) => ({ when: { kind: 'present', operand: paid }, value: YUAN })),
      otherwise: noMoney,
    },
    origin: { declaration: id, span },
    visibility: 'result',
  };
}

/** 不适用 where the layer does not apply. */
function paidOf(
  { definitions }: Program,
  { results: { 支付: paid = '' } }: LayerDeclaration,
): Expr {
  const isThere = definitions.some(({ id }) => id === paid);
  const type = { kind: 'money' } as const;
  if (!isThere) return { kind: 'not-applicable', type, reason: paid };
  return { kind: 'definition', definition: paid };
}

/** The layers that read what was changed, not through other layers. */
function layersReading(
  { declarations, definitions }: Module,
  owners: ReadonlySet<string>,
): readonly LayerDeclaration[] {
  const layers = declarations.filter((each): each is LayerDeclaration => each.kind === 'layer');
  const ids = new Set(layers.map(({ id }) => id));
  const reached = new Set([...owners].filter((id) => ids.has(id)));
  const touched = new Set<string>();
  for (;;) {
    const size = touched.size + reached.size;
    for (const { id, origin, body } of definitions) {
      if (touched.has(id)) continue;
      const read = referencesOf(body);
      const isTouched =
        owners.has(origin.declaration) ||
        [...read.parameters].some((each) => owners.has(each)) ||
        [...read.definitions].some((each) => touched.has(each));
      if (!isTouched) continue;
      if (ids.has(origin.declaration)) reached.add(origin.declaration);
      else touched.add(id);
    }
    if (touched.size + reached.size > size) continue;
    return layers.filter(({ id }) => reached.has(id));
  }
}

/** Little work for each question: what is not proved soon is left open. */
const limits = { splits: 60, pivots: 3000 };

/** Whether the difference of the rules finds none, soon. */
export function isProvedSame(before: Program, after: Program): boolean {
  const run = compareBehaviour(before, after, { limits });
  for (;;) {
    const step = run.next();
    if (!step.done) continue;
    const { results, isComplete } = step.value;
    return isComplete && results.every(({ state }) => isSame(state));
  }
}
