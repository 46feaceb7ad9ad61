import type { InputDeclaration } from '@tiaoli/ir';
import { isByPerson } from '../settle/case-state.ts';
import type { AccumulatedValue, Case } from './case-record.ts';
import { namesIn } from './household.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The case with its earlier values given to the people whose they are: `NAME[配偶]`, `NAME[配偶|KEY]`. */
export function ofEachPerson(given: Case, { above, keyFields }: Vocabulary): Case {
  const key = above.flatMap(({ id }) => keyFields.get(id) ?? [])[0];
  if (!key) return given;
  const names = namesIn(given, key);
  return { ...given, before: given.before.map((each) => ofPerson(each, names, key)) };
}

function ofPerson(
  value: AccumulatedValue,
  names: readonly string[],
  { id }: InputDeclaration,
): AccumulatedValue {
  const { accumulator, key } = value;
  if (key === '' || isByPerson(accumulator, { input: id, name: '' })) return value;
  if (accumulator.by.length === 0) return { ...value, person: key, key: '' };
  const [person = '', ...keys] = key.split('|');
  const isNamed = keys.length === accumulator.by.length && names.includes(person);
  return isNamed ? { ...value, person, key: keys.join('|') } : value;
}
