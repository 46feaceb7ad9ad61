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
    const { definitions, inputs } = referencesOf(expr);
    for (const id of definitions) if (!index.definitions.has(id)) return false;
    for (const id of [...definitions, ...inputs]) {
      const next = index.definitions.get(id)?.body ?? index.inputs.get(id)?.default;
      if (next && !seen.has(id)) left.push(next);
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
  const [model] = program.definitions;
  const asked = conditions.flatMap((body, at): Definition[] => {
    const type = { kind: 'boolean' } as const;
    return model ? [{ ...model, id: `?${at}`, type, body, visibility: 'result' }] : [];
  });
  const definitions = [...program.definitions, ...asked];
  const calculator = loadCalculator({ ...program, definitions }, { facts: 'partial' });
  const rows = calculator.tables.results.filter(({ definition }) => definition.startsWith('?'));
  return (facts) => {
    const held = holdFacts(facts, calculator.tables);
    const before = calculator.zero();
    if (!calculator.admits(before, held)) return false;
    const { results } = calculator.step(before, held, reference);
    return rows.every(({ key, status }) => {
      const isKnown = status === undefined || Number(results[status]) === 0;
      return !isKnown || Boolean(results[key]);
    });
  };
}
