import type { Definition, LayerStep, Program } from '@tiaoli/ir';
import { referencesOf } from '@tiaoli/ir';
import type { Form } from './linear-form.ts';
import { isConstant, subtractForms } from './linear-form.ts';
import type { Lowering } from './lowering.ts';

/** The amounts that an amount is made of, and what its layer starts from and counts: it is likely a part of them. */
export function wholesOf({ id, body, origin }: Definition, lowering: Lowering): readonly Form[] {
  const { steps } = placesOf(lowering.program);
  const own = origin.step === undefined ? [] : wholeSteps.map((step) => keyOf(origin, step));
  const ids = new Set([
    ...referencesOf(body).definitions,
    ...own.flatMap((key) => steps.get(key) ?? []),
  ]);
  ids.delete(id);
  return [...ids].flatMap((each) => formKnown(each, lowering) ?? []);
}

/** What is left of a waterfall's whole is likely no less than what is left of its part within the policy. */
export function leftoverPair({ id }: Definition, value: Form, lowering: Lowering): readonly Form[] {
  const pair = placesOf(lowering.program).leftovers.get(id);
  if (!pair) return [];
  const [whole, within] = pair.map((each) => (each === id ? value : formKnown(each, lowering)));
  if (!whole || !within) return [];
  const difference = subtractForms(whole, within);
  return isConstant(difference) ? [] : [difference];
}

/** The value of an amount that was lowered before. */
function formKnown(id: string, { index, definitions }: Lowering): Form | undefined {
  if (index.definitions.get(id)?.type.kind !== 'money') return undefined;
  const known = definitions.get(id);
  return known?.kind === 'number' ? known.value : undefined;
}

const wholeSteps: readonly LayerStep[] = ['基数', '计入'];

function keyOf(origin: Definition['origin'], step: LayerStep): string {
  return `${origin.declaration} ${origin.case ?? ''} ${step}`;
}

interface Places {
  /** Steps of layers, by layer, case and step. */
  readonly steps: ReadonlyMap<string, string>;
  /** What is left of the whole and of the part within the policy, by either of them. */
  readonly leftovers: ReadonlyMap<string, readonly [string, string]>;
}

const placesKnown = new WeakMap<Program, Places>();

function placesOf(program: Program): Places {
  const known = placesKnown.get(program) ?? findPlaces(program);
  placesKnown.set(program, known);
  return known;
}

function findPlaces({ definitions, declarations }: Program): Places {
  const steps = definitions.flatMap(({ id, origin, visibility }) => {
    const { step } = origin;
    return visibility === 'step' && step ? [[keyOf(origin, step), id] as const] : [];
  });
  const leftovers = declarations.flatMap((each) =>
    each.kind === 'waterfall'
      ? each.steps.flatMap(({ remaining, inPolicyRemaining }) => {
          const pair = [remaining, inPolicyRemaining] as const;
          return pair.map((id) => [id, pair] as const);
        })
      : [],
  );
  return { steps: new Map(steps), leftovers: new Map(leftovers) };
}
