import type { LocalText } from '@tiaoli/base';
import { emitWasm } from '@tiaoli/compiler';
import type { Program, WatchlistDeclaration } from '@tiaoli/ir';
import { alwaysGiven, inputsWithoutSource, sourcesOf } from '../run/facts-needed.ts';
import type { PlanRequest } from '../run/plan-run.ts';
import type { PlannedScenario } from '../run/run-plan.ts';
import { listFacts, partsUnder } from './list-facts.ts';
import { missingNumbers } from './missing-numbers.ts';
import type { NamedList, PlannedList, WatchScenario, WatchSide } from './watch-plan.ts';

/** A list, with the program that it is run by beside each scenario; undefined where that one has no such list. */
interface FoundList extends NamedList {
  readonly sides: readonly (ListProgram | undefined)[];
}

interface ListProgram {
  readonly program: Program;
  readonly list: WatchlistDeclaration;
}

/** Lists of the versions themselves, and of documents beside them: ready to be counted, or why they cannot be. */
export function planLists(
  scenarios: readonly (PlannedScenario & { readonly title: string })[],
  beside: readonly WatchScenario[],
  request: PlanRequest,
): readonly PlannedList[] {
  const found = [...ownLists(scenarios), ...listsBeside(beside, scenarios.length)];
  return found.map(({ sides, ...named }): PlannedList => {
    const planned = sides.map((side, at) => {
      const scenario = scenarios[at];
      return side && scenario ? planSide(side, scenario, request) : onOneSide;
    });
    const ready: WatchSide[] = [];
    for (const each of planned) {
      if ('zh' in each) return { ...named, kind: 'not-counted', reason: each };
      ready.push(each);
    }
    const plan = { sides: ready };
    return { ...named, kind: 'counted', plan, assumptions: assumptionsOf(ready) };
  });
}

const onOneSide: LocalText = {
  zh: '各版规则中只有一部分写了这份名单',
  en: 'only some of the versions have this list',
};

function ownLists(
  scenarios: readonly (PlannedScenario & { readonly title: string })[],
): readonly FoundList[] {
  const all = scenarios.flatMap(({ program, title }) =>
    listsOf(program).map((list) => ({ list, title, document: program.document })),
  );
  const byId = new Map(all.map((each) => [each.list.id, each]));
  return [...byId].map(([id, { list, title, document }]) => ({
    ...{ name: list.name, document, title, assumed: [] },
    sides: scenarios.map(({ program }) => {
      const own = listsOf(program).find((each) => each.id === id);
      return own && { program, list: own };
    }),
  }));
}

function listsBeside(beside: readonly WatchScenario[], scenarios: number): readonly FoundList[] {
  return beside.flatMap(({ program, identity: { document, title }, assumed }) =>
    listsOf(program).map((list) => ({
      ...{ name: list.name, document, title, assumed },
      sides: Array.from({ length: scenarios }, () => ({ program, list })),
    })),
  );
}

function listsOf({ declarations, document }: Program): readonly WatchlistDeclaration[] {
  return declarations.filter(
    (each): each is WatchlistDeclaration => each.kind === 'watchlist' && each.document === document,
  );
}

function planSide(
  { program, list }: ListProgram,
  scenario: PlannedScenario,
  { mapping, before, rowsPerCall }: PlanRequest,
): WatchSide | LocalText {
  const listed = list.results.列入;
  if (listed === undefined) throw new Error(`${list.id} lists nobody`);
  const missing = missingNumbers(program, listed);
  if (missing.length > 0) return unknownNumbers(missing);
  const gives = listFacts
    .map((fact) => ({ input: fact.input, adds: partsUnder(fact, scenario) }))
    .filter(({ adds }) => adds.length > 0);
  const derived = [
    ...[list.checked, ...gives.map(({ input }) => input)],
    ...before.flatMap((each) => each.gives.map(({ input }) => input)),
  ];
  const sources = sourcesOf(program, mapping, derived);
  const { emitted } = emitWasm(program, {
    ...{ given: alwaysGiven(sources), state: 'needed', results: [listed], totals: [], sums: [] },
    capacity: { rows: rowsPerCall, records: 1, spells: 1, groups: 1, edges: 0 },
  });
  if (!emitted || emitted.imports.length > 0) return beyondBulk;
  const [unfed] = inputsWithoutSource(program, emitted.layout, sources);
  if (unfed) return unfedText(unfed.name);
  const asked = new Set(emitted.layout.fields.map(({ input }) => input));
  return {
    rules: { emitted, program, sources, essential: [listed] },
    ...{ checked: list.checked, listed, gives: gives.filter(({ input }) => asked.has(input)) },
  };
}

function unknownNumbers(reasons: readonly string[]): LocalText {
  return {
    zh: `有数值未见：${reasons.join('；')}。可以假设：命令行写 --threshold 名称=数值，测算页在“还要问什么”里填`,
    en: `numbers were not published: ${reasons.join('; ')}. They can be assumed: with --threshold NAME=VALUE, or on the page under what else is asked`,
  };
}

const beyondBulk: LocalText = {
  zh: '名单用到了成批测算做不到的查找',
  en: 'the list looks something up that runs in bulk cannot',
};

function unfedText(name: string): LocalText {
  return {
    zh: `名单要看「${name}」，人群和这些规则都不给出`,
    en: `the list looks at "${name}", which neither the population nor these rules give`,
  };
}

function assumptionsOf(sides: readonly WatchSide[]): readonly LocalText[] {
  const used = new Set(sides.flatMap(({ gives }) => gives.map(({ input }) => input)));
  return listFacts.filter(({ input }) => used.has(input)).map(({ assumption }) => assumption);
}
