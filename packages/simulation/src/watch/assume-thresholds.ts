import type { Diagnostic, LocalText } from '@tiaoli/base';
import { compare, fileSpan, printRational, rational } from '@tiaoli/base';
import type { SettableValue } from '@tiaoli/diff';
import { programOf, settableValues, sideWithValue } from '@tiaoli/diff';
import { report } from '../messages.ts';
import type { Scenario } from '../run/scenario.ts';
import { numberOf } from '../whatif/grid-spec.ts';
import { assumableNumbers } from './assumable-numbers.ts';
import type { WatchScenario } from './watch-plan.ts';

export type AssumedLists =
  | { readonly kind: 'read'; readonly watch: readonly WatchScenario[] }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/**
 * Puts numbers that an analyst assumes (`普通监测线=50%`) in the place of what the documents with lists say; refused where one
 * of them is no number of any list, cannot be read, or is written twice.
 */
export function assumeThresholds(
  lists: readonly Scenario[],
  written: readonly string[],
): AssumedLists {
  let watch: readonly WatchScenario[] = lists.map((each) => ({ ...each, assumed: [] }));
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const text of written) {
    const assumed = seen.has(nameIn(text)) ? twice : assume(watch, text);
    seen.add(nameIn(text));
    if ('zh' in assumed) {
      diagnostics.push(
        report('whatif-threshold', { written: text, fault: assumed }, fileSpan(text)),
      );
    } else watch = assumed;
  }
  return diagnostics.length > 0 ? { kind: 'refused', diagnostics } : { kind: 'read', watch };
}

const twice: LocalText = { zh: '同一个数写了两次', en: 'the same number is written twice' };

function nameIn(text: string): string {
  return text.slice(0, Math.max(0, text.indexOf('='))).trim();
}

function assume(
  watch: readonly WatchScenario[],
  text: string,
): readonly WatchScenario[] | LocalText {
  const [name, value] = [nameIn(text), text.slice(text.indexOf('=') + 1).trim()];
  if (name === '' || value === '') return { zh: '读不懂', en: 'it cannot be read' };
  const settable = watch.map(({ edited }) => (edited ? ownNumber(edited, name) : undefined));
  if (settable.every((each) => each === undefined)) return noSuch(watch, name);
  const changed = watch.map((each, at) => {
    const number = settable[at];
    return number ? withNumber(each, number, value) : each;
  });
  if (changed.every((each) => each !== undefined)) return changed;
  return {
    zh: `「${value}」不是这个数能取的值：金额写元或万元，比例写百分数，大于零`,
    en: `"${value}" is no value of this number: amounts in yuan, rates in percent, above zero`,
  };
}

type Edited = NonNullable<Scenario['edited']>;

/** A number that stands by itself; cells of tables are not assumed. */
function ownNumber(edited: Edited, name: string): SettableValue | undefined {
  const values = settableValues(edited, name);
  return values.length === 1 ? values[0] : undefined;
}

function withNumber(
  scenario: WatchScenario,
  number: SettableValue,
  written: string,
): WatchScenario | undefined {
  // A share of 50 would be fifty times the income: whoever writes it means percent.
  if (number.type.kind === 'rate' && !/[%％]$/u.test(written)) return undefined;
  const value = numberOf(written, number.type);
  // Nor nothing: whoever bears nothing is not looked at (`withChecks`), and would be listed by it.
  if (!value || !scenario.edited || compare(value, rational(0n)) <= 0) return undefined;
  const edited = sideWithValue(scenario.edited, number, printRational(value));
  const program = edited && programOf(edited);
  if (!edited || !program) return undefined;
  const assumed = [...scenario.assumed, { name: number.parameter, value: written }];
  return { ...scenario, edited, program, assumed };
}

function noSuch(watch: readonly WatchScenario[], name: string): LocalText {
  const names = assumableNumbers(watch).map((each) => each.name);
  if (names.length === 0) {
    return {
      zh: '这个地方没有预警名单，没有可以假设的数',
      en: 'there is no early-warning list in this place, and nothing to be assumed',
    };
  }
  return {
    zh: `预警名单里没有「${name}」；可以假设的有：${names.join('、')}`,
    en: `no list has "${name}"; what can be assumed: ${names.join(', ')}`,
  };
}
