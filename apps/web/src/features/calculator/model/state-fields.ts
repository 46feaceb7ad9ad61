import type { CalculatorForm, FormField } from './calculator-form.ts';
import type { Draft } from './draft.ts';
import { namesIn } from './people.ts';

/**
 * Accumulators as fields: what the year may have begun with. What each person has of his own is a field for everybody
 * whom the case names, and for whom a value was given; those with other keys have no single value to ask for.
 */
export function stateFields(form: CalculatorForm, draft: Draft): readonly FormField[] {
  const names = namesIn(draft, form);
  return form.accumulators.flatMap(({ name, type, keyed, byPerson }) => {
    if (!keyed) return [stateField(name, type)];
    if (!byPerson) return [];
    const wanted = names.map((person) => `${name}[${person}]`);
    const given = Object.keys(draft.state).filter((key) => key.startsWith(`${name}[`));
    return [...new Set([...wanted, ...given])].map((each) => stateField(each, type));
  });
}

function stateField(name: string, type: FormField['type']): FormField {
  return {
    name,
    type,
    ...(type === 'money' && { low: '0' }),
    optional: false,
    spells: false,
    question: { zh: name, en: name },
    used: true,
  };
}
