import { holdFacts, loadCalculator } from '@tiaoli/compiler';
import type { Facts } from '@tiaoli/interpreter';
import type { Definition, Expr, ModuleIndex, Program, ReferenceData } from '@tiaoli/ir';
import {
  indexModule,
  invariantsAbout,
  isBelowEvent,
  numberLiteral,
  referencesOf,
} from '@tiaoli/ir';

type Admission = (facts: Facts) => boolean;

/**
 * Whether a claim without records below it is inside of every domain and keeps every 约束 about facts; by a generated
 * calculator, for speed.
 */
export function admissionOf(program: Program, reference: ReferenceData): Admission {
  const index = indexModule(program);
  const invariants = invariantsAbout('facts', program.declarations, index).filter(
    ({ entity }) => !isBelowEvent(entity, index),
  );
  const conditions = invariants.map(({ condition }) => condition);
  return calculatedAdmission(withUsualTotals(program, index), conditions, reference);
}

/**
 * A program leaves out what no result of it reads, and the usual value of a fact may yet name it: as the total of records,
 * which is nothing where there are none.
 */
function withUsualTotals(program: Program, index: ModuleIndex): Program {
  const declarations = program.declarations.map((each) => {
    if (each.kind !== 'input' || !each.default || hasAll(index, each.default)) return each;
    return { ...each, default: numberLiteral(each.type, 0) };
  });
  return { ...program, declarations };
}

function hasAll(index: ModuleIndex, usual: Expr): boolean {
  const seen = new Set<string>();
  const left = [usual];
  for (let expr = left.pop(); expr; expr = left.pop()) {
    for (const id of referencesOf(expr).definitions) {
      const body = index.definitions.get(id)?.body;
      if (!body) return false;
      if (!seen.has(id)) left.push(body);
      seen.add(id);
    }
  }
  return true;
}

function calculatedAdmission(
  program: Program,
  conditions: readonly Expr[],
  reference: ReferenceData,
): Admission {
  const type = { kind: 'boolean' } as const;
  const ask = askingOf(
    program,
    conditions.map((body) => ({ type, body })),
    reference,
  );
  return (facts) => ask(facts)?.every(({ status, value }) => status !== 0 || value) ?? false;
}

/**
 * Whether a fact that a claim does not give has a usual value that cannot be worked out, so that it is 待补充; a comparison
 * says nothing of such a claim.
 */
export function pendingOf(program: Program, reference: ReferenceData): Admission {
  const index = indexModule(program);
  const workedOut = [...index.inputs.values()].filter(
    ({ default: usual, entity, spells }) =>
      usual && usual.kind !== 'literal' && !spells && !isBelowEvent(entity, index),
  );
  const ask = askingOf(
    withUsualTotals(program, index),
    workedOut.map(({ id, type }) => ({ type, body: { kind: 'input', input: id } })),
    reference,
  );
  return (facts) => ask(facts)?.some(({ status }) => status < 0) ?? false;
}

interface Answer {
  /** Below zero where it is not known, above where it does not apply. */
  readonly status: number;
  readonly value: unknown;
}

/** What expressions come to before any other claim; undefined where a number is beyond what is declared. */
function askingOf(
  program: Program,
  exprs: readonly Pick<Definition, 'type' | 'body'>[],
  reference: ReferenceData,
): (facts: Facts) => readonly Answer[] | undefined {
  const index = indexModule(program);
  const own = [...index.inputs.values()].filter(({ entity }) => !isBelowEvent(entity, index));
  const asked = exprs.flatMap((each, at): readonly Definition[] =>
    own.slice(-1).map(({ entity, id: declaration, span }) => ({
      ...{ ...each, id: `?${at}`, name: `?${at}`, entity, optional: true },
      ...{ origin: { declaration, span }, visibility: 'result' },
    })),
  );
  const definitions = [...program.definitions, ...asked];
  const calculator = loadCalculator({ ...program, definitions }, { facts: 'partial' });
  const rows = calculator.tables.results.filter(({ definition }) => definition.startsWith('?'));
  if (rows.length < exprs.length) throw new Error(`not all is answered: ${program.document}`);
  return (facts) => {
    const held = holdFacts(facts, calculator.tables);
    const before = calculator.zero();
    if (!calculator.admits(before, held)) return undefined;
    const { results } = calculator.step(before, held, reference);
    return rows.map(({ key, status }) => ({
      status: status === undefined ? 0 : Number(results[status]),
      value: results[key],
    }));
  };
}
