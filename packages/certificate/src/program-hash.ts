import type { Program } from '@tiaoli/ir';
import { byCodeUnit, canonicalText, indexModule, sha256 } from '@tiaoli/ir';
import { meaningsOf } from './meaning.ts';
import { resultsOf } from './results.ts';

/**
 * A hash of what a bound program means: 64 hexadecimal digits. It covers what a comparison looks at: results, accumulators,
 * facts with their domains, invariants, the insured year. Names of clauses, places in the text and every order stay out.
 */
export function programHash(program: Program): string {
  const index = indexModule(program);
  const meanings = meaningsOf({ name: '', program, index }, new Set());
  const meaningOf = (id: string): string => meanings.get(id) ?? id;
  const text = (value: unknown): string => canonicalText(value, meaningOf);
  const members = [...index.enumerations.values()].map(({ id, members: all }) =>
    text(['members', id, all.map(({ name }) => name)]),
  );
  const inputs = [...index.inputs.values()].map((input) => {
    const { id, entity, type, low, high, places, atMost, optional, default: usual } = input;
    return text(['input', id, { entity, type, low, high, places, atMost, optional, usual }]);
  });
  const accumulators = program.accumulators.map((each) => {
    const { id, type, denominator, period, on, instance, by, latest, writes = [] } = each;
    const keys = writes.map((write) => write.keys);
    return text(['state', id, { type, denominator, period, on, instance, by, latest, keys }]);
  });
  const invariants = program.declarations.flatMap((each) =>
    each.kind === 'invariant' ? [text(['invariant', each.entity, each.condition])] : [],
  );
  const entities = [...index.entities.values()].map(({ id, parent, order, atMost }) =>
    text(['entity', id, { parent, order, atMost }]),
  );
  const results = [...resultsOf(program).values()].map(({ key, name, type, definition }) =>
    text(['result', key, name, type, meaningOf(definition)]),
  );
  const lines = [members, inputs, accumulators, invariants, entities, results].flat();
  const start = text(['year', program.yearStart]);
  return sha256(['program 1', start, ...lines.toSorted(byCodeUnit)].join('\n'));
}
