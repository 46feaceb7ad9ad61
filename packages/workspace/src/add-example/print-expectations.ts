import type { Outcome } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import type { PrintedResult, SettledClaim, Settlement } from '@tiaoli/settlement';
import { addOutcomes, ofKind, printedResults } from '@tiaoli/settlement';
import type { Written } from './print-facts.ts';
import { printFactValue, written } from './print-facts.ts';

type Settled = Extract<SettledClaim, { kind: 'settled' }>;

/**
 * `期望 { … }` of a claim: the results by the names that they are printed by.
 *
 * @param names  which; without them what each layer pays and what the person bears; 待补充 where the sources do not say
 */
export function claimExpectations(
  claim: Settled,
  names: readonly string[] | undefined,
): readonly Written[] {
  return chosen(claim.program, names).flatMap((result) =>
    expectation(result, claim.outcomes.get(result.definition.id), names !== undefined),
  );
}

/** `合计 期望 { … }`: the same over all claims, of amounts only; nothing of one claim. */
export function totalExpectations(
  { claims }: Settlement,
  names: readonly string[] | undefined,
): readonly Written[] {
  const settled = claims.filter((claim): claim is Settled => claim.kind === 'settled');
  const last = settled.at(-1);
  if (!last || settled.length < 2) return [];
  return chosen(last.program, names)
    .filter(({ definition }) => definition.type.kind === 'money')
    .flatMap((result) => {
      const outcomes = settled.map(({ outcomes: own }) => own.get(result.definition.id));
      const total = outcomes.reduce(addOutcomes, undefined);
      return expectation(result, total, names !== undefined);
    });
}

function chosen(program: Program, names: readonly string[] | undefined): readonly PrintedResult[] {
  // A name that another document uses too is printed as an id, which an example cannot name.
  const results = printedResults(program).filter(({ name }) => !name.includes('/'));
  if (names) return names.flatMap((name) => results.filter((each) => each.name === name));
  const usual = usualResults(program);
  return results.filter(({ definition }) => usual.has(definition.id));
}

/** Without layers, what the document itself defines; where it only sets values, what it shows of others. */
function usualResults({ declarations, definitions, document }: Program): ReadonlySet<string> {
  const layers = ofKind(declarations, 'layer').flatMap(({ results }) => results.支付 ?? []);
  const borne = ofKind(declarations, 'waterfall').flatMap(({ results }) => results.个人负担 ?? []);
  const usual = [...layers, ...borne];
  if (usual.length > 0) return new Set(usual);
  const shown = definitions.filter(({ visibility }) => visibility === 'result').map(({ id }) => id);
  const own = shown.filter((id) => id.startsWith(`${document}/`));
  return new Set(own.length > 0 ? own : shown);
}

function expectation(
  { name, definition }: PrintedResult,
  outcome: Outcome | undefined,
  isAsked: boolean,
): readonly Written[] {
  if (!outcome || outcome.status === 'missing') return [written(`${name} = 待补充`)];
  if (outcome.status === 'not-applicable') return [written(`${name} = 不适用`)];
  const value = printFactValue(outcome.value, definition.type, name);
  if (value.kind === 'unsayable') return isAsked ? [value] : [];
  return [written(`${name} = ${value.text}`)];
}
