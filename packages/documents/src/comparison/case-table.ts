import type { Behaviour, ComparedCase, ResultDifference } from '@tiaoli/diff';
import { furthestExample, isSame } from '@tiaoli/diff';
import type { Outcome } from '@tiaoli/interpreter';
import { interpretStep, isSameValue, printOutcome } from '@tiaoli/interpreter';
import type { Definition, ReferenceData } from '@tiaoli/ir';
import { indexModule } from '@tiaoli/ir';
import { printCase } from '@tiaoli/regions';
import type { Markup } from '../page/markup.ts';
import { element, tableOf } from '../page/markup.ts';
import type { PageContext } from './page-context.ts';

/** One step of a case on both sides. */
export interface StepPair {
  readonly definition: Definition;
  readonly before?: Outcome;
  readonly after?: Outcome;
  readonly isDifferent: boolean;
}

/** A real case of the result settled on both sides, step by step, with the first step that differs pointed out. */
export function caseTable(result: ResultDifference, context: PageContext): Markup {
  const {
    say,
    language,
    behaviour: { behaviour },
    slicing: { reference },
  } = context;
  const region = result.regions.find(
    ({ state, examples }) => !isSame(state) && examples.length > 0,
  );
  const example = region && (region.smallest ?? furthestExample(region));
  if (!example || result.kind === 'state') return { html: '' };
  const steps = stepPairs(example, behaviour, reference);
  const first = firstDifferent(steps);
  const shown = steps.filter(
    ({ definition }, at) => at === first || definition.visibility === 'result',
  );
  const differs = say({ zh: '首个不同的步骤', en: 'first step that differs' });
  const rows = shown.map((step) => [
    steps.indexOf(step) === first ? `${step.definition.name}　◀ ${differs}` : step.definition.name,
    outcomeText(step, 'before', context),
    outcomeText(step, 'after', context),
  ]);
  const table = tableOf({
    caption: say({
      zh: `${result.name}：一个小算例，两边的结算`,
      en: `${result.name}: a small case, settled on both sides`,
    }),
    heads: [
      say({ zh: '步骤', en: 'Step' }),
      say({ zh: '旧', en: 'Old' }),
      say({ zh: '新', en: 'New' }),
    ],
    rows,
    rowClass: (at) => (shown[at] === steps[first] ? 'first-different' : undefined),
  });
  return element(
    'div',
    {},
    element('p', { class: 'quiet' }, printCase(example, indexModule(behaviour.after))[language]),
    table,
  );
}

/** The first step that differs; where it is what a result is made of, and has its name, the result. */
function firstDifferent(steps: readonly StepPair[]): number {
  const at = steps.findIndex(({ isDifferent }) => isDifferent);
  const result = steps.findIndex(
    ({ definition: { name, visibility }, isDifferent }) =>
      isDifferent && visibility === 'result' && name === steps[at]?.definition.name,
  );
  return result >= 0 ? result : at;
}

/** In the order of the later side; what both know, where a value is there on either. */
export function stepPairs(
  { facts, state }: Pick<ComparedCase, 'facts' | 'state'>,
  { before, after }: Pick<Behaviour, 'before' | 'after'>,
  reference: ReferenceData,
): readonly StepPair[] {
  const [old, now] = [before, after].map(
    (program) => interpretStep(program, state, facts, { reference }).outcomes,
  );
  const own = new Set(after.definitions.map(({ id }) => id));
  const all = [...after.definitions, ...before.definitions.filter(({ id }) => !own.has(id))];
  return all.flatMap((definition): readonly StepPair[] => {
    const [left, right] = [old?.get(definition.id), now?.get(definition.id)];
    if (left?.status !== 'value' && right?.status !== 'value') return [];
    return [
      {
        definition,
        ...(left && { before: left }),
        ...(right && { after: right }),
        isDifferent: !isAlike(left, right),
      },
    ];
  });
}

function isAlike(left: Outcome | undefined, right: Outcome | undefined): boolean {
  if (left?.status === 'value' && right?.status === 'value') {
    return isSameValue(left.value, right.value);
  }
  return left?.status === right?.status;
}

function outcomeText(
  step: StepPair,
  side: 'before' | 'after',
  { language, behaviour: { behaviour } }: PageContext,
): string {
  const outcome = step[side];
  if (!outcome) return '—';
  return printOutcome(outcome, step.definition.type, indexModule(behaviour[side]))[language];
}
