import type { LocalText } from '@tiaoli/base';
import { printRational } from '@tiaoli/base';
import type { ModuleIndex, ValueType } from '@tiaoli/ir';
import { isNumeric, printMembers, printNumber, printTruth } from '@tiaoli/ir';
import type { Outcome, Value } from './values.ts';
import { isNumber, isSet, membersInOrder } from './values.ts';

/** An outcome for people: `1300元`, `不适用`, `待补充（人员类别）`. */
export function printOutcome(outcome: Outcome, type: ValueType, index: ModuleIndex): LocalText {
  switch (outcome.status) {
    case 'value':
      return {
        zh: printValue(outcome.value, type, 'zh'),
        en: printValue(outcome.value, type, 'en'),
      };
    case 'not-applicable':
      return { zh: '不适用', en: 'not applicable' };
    case 'missing': {
      const names = outcome.fields.map(
        (id) => index.inputs.get(id)?.name ?? index.entities.get(id)?.name ?? id,
      );
      const parts = [...names, ...outcome.causes.map(({ reason }) => reason)];
      return { zh: `待补充（${parts.join('、')}）`, en: `missing (${parts.join(', ')})` };
    }
  }
}

/** A value of a type for people; money in yuan with every decimal that it has. */
export function printValue(value: Value, type: ValueType, language: keyof LocalText): string {
  if (isNumber(value)) {
    return isNumeric(type) ? printNumber(value, type, language) : printRational(value);
  }
  if (isSet(value)) return printMembers(membersInOrder(value), language);
  return typeof value === 'boolean' ? printTruth(value, language) : value;
}
