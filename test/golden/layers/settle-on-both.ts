import type { DayNumber } from '@tiaoli/base';
import type { Calculator } from '@tiaoli/compiler';
import { bind, governingDates, loadCalculator, runCalculator } from '@tiaoli/compiler';
import type { Facts, State, Value } from '@tiaoli/interpreter';
import { emptyState, interpretStep, isNumber, valueOfLiteral } from '@tiaoli/interpreter';
import type {
  DateRef,
  ExampleDeclaration,
  ExampleFact,
  ExampleRecord,
  Module,
  Program,
  ValueType,
} from '@tiaoli/ir';
import { printOutcomes, printState } from '../../conformance/adapters/comparable.ts';

/** Every part of a layer kept as a result, so that programs do not drop those that nothing reads. */
export function withLayerParts(module: Module): Module {
  const parts = new Set(
    module.declarations.flatMap((each) =>
      each.kind === 'layer' ? Object.values(each.results) : [],
    ),
  );
  return {
    ...module,
    definitions: module.definitions.map((each) =>
      parts.has(each.id) ? { ...each, visibility: 'result' } : each,
    ),
  };
}

/** One claim as the interpreter and as the generated calculator settle it, as texts. */
export interface SettledTwice {
  readonly interpreted: Readonly<Record<string, string>>;
  readonly calculated: Readonly<Record<string, string>>;
}

/** Every claim of `example`, each side carrying its own state. */
export function settleOnBoth(module: Module, example: ExampleDeclaration): readonly SettledTwice[] {
  let state: State = emptyState;
  let held: State = emptyState;
  const counted = example.events.filter(({ record }) => !record.voided);
  return counted.map(({ record }) => {
    const facts = factsOf(module, [record, ...example.subjects]);
    const program = programFor(module, example, facts);
    const expected = interpretStep(program, state, facts);
    const actual = runCalculator(calculatorFor(program), held, facts);
    state = expected.state;
    held = actual.state;
    return {
      interpreted: { ...printOutcomes(expected.outcomes, actual.outcomes), ...printState(state) },
      calculated: { ...printOutcomes(actual.outcomes), ...printState(held) },
    };
  });
}

function calculatorFor(program: Program): Calculator {
  return loadCalculator(program, { facts: 'partial', traced: false });
}

function factsOf(module: Module, records: readonly ExampleRecord[]): Facts {
  const types = new Map(
    module.declarations.flatMap((each) =>
      each.kind === 'input' ? [[each.id, each.type] as const] : [],
    ),
  );
  const fields = records.flatMap((record) => record.fields);
  const typeOf = (target: string): ValueType => {
    const type = types.get(target);
    if (!type) throw new Error(`an example names no input: ${target}`);
    return type;
  };
  const spells = fields.flatMap((fact) =>
    fact.spells
      ? [
          [
            fact.target,
            fact.spells.map(({ validity, value }) => ({
              validity,
              value: read(typeOf(fact.target), value),
            })),
          ] as const,
        ]
      : [],
  );
  const inputs = fields
    .filter((fact) => !fact.spells)
    .map((fact) => [fact.target, read(typeOf(fact.target), fact.value)] as const);
  return { inputs: new Map(inputs), spells: new Map(spells), children: new Map() };
}

function read(type: ValueType, value: ExampleFact['value']): Value {
  return valueOfLiteral({ kind: 'literal', type, value });
}

function programFor(module: Module, { place }: ExampleDeclaration, facts: Facts): Program {
  const settled = dayOf(facts, 'golden.common/结算.结算日期');
  const others = governingDates(module).filter((ref) => ref !== 'on');
  const dates: Readonly<Record<DateRef, DayNumber>> = {
    on: settled,
    ...Object.fromEntries(others.map((ref) => [ref, dayOf(facts, ref)])),
  };
  const { program, diagnostics } = bind(module, {
    dates,
    ...(place !== undefined && { jurisdiction: place }),
  });
  if (!program) throw new Error(diagnostics.map(({ message }) => message.en).join('; '));
  return program;
}

function dayOf({ inputs }: Facts, id: string): DayNumber {
  const value = inputs.get(id);
  if (!value || !isNumber(value)) throw new Error(`a claim of the goldens has no date: ${id}`);
  return Number(value.numerator);
}
