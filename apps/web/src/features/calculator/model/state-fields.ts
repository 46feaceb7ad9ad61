import type { CalculatorForm, FormField } from './calculator-form.ts';

/** Accumulators as fields: what the year may have begun with. Those with keys have no single value to ask for. */
export function stateFields({
  accumulators,
}: Pick<CalculatorForm, 'accumulators'>): readonly FormField[] {
  return accumulators
    .filter(({ keyed }) => !keyed)
    .map(({ name, type }) => ({
      name,
      type,
      ...(type === 'money' && { low: '0' }),
      optional: false,
      spells: false,
      question: { zh: name, en: name },
      used: true,
    }));
}
