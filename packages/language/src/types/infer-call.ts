import type { Argument, Call } from '../generated/ast.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import type { FunctionName } from '../references/predefined.ts';
import type { Inferred, LanguageType } from './language-type.ts';
import { unknownType, unknownValue } from './language-type.ts';
import { widest } from './widest.ts';

/** Which and how many arguments each function takes. */
export interface Signature {
  /** `Infinity` for any number. */
  readonly most: number;
  readonly least: number;
  /** Types of the arguments, the last one repeated; undefined for any type with an order. */
  readonly argument?: LanguageType['kind'];
  /** Takes `x 于 set`, records of an entity, or a set. */
  readonly aggregate: boolean;
}

export const signatures: Readonly<Record<FunctionName, Signature>> = {
  最大: { least: 1, most: Number.POSITIVE_INFINITY, aggregate: true },
  最小: { least: 1, most: Number.POSITIVE_INFINITY, aggregate: false },
  合计: { least: 1, most: 1, aggregate: true },
  计数: { least: 1, most: 1, aggregate: true },
  第二大: { least: 1, most: 1, aggregate: true },
  最近: { least: 1, most: 1, aggregate: true },
  年: { least: 1, most: 1, argument: 'date', aggregate: false },
  月: { least: 1, most: 1, argument: 'date', aggregate: false },
  日: { least: 1, most: 1, argument: 'date', aggregate: false },
  年初: { least: 1, most: 1, argument: 'integer', aggregate: false },
  次月首日: { least: 1, most: 1, argument: 'date', aggregate: false },
  每满: { least: 2, most: 2, aggregate: false },
  商: { least: 2, most: 2, aggregate: false },
  年数: { least: 1, most: 1, argument: 'integer', aggregate: false },
  月数: { least: 1, most: 1, argument: 'integer', aggregate: false },
  日数: { least: 1, most: 1, argument: 'integer', aggregate: false },
  工作日数: { least: 1, most: 1, argument: 'integer', aggregate: false },
};

export function inferCall(call: Call, scope: DocumentScope): Inferred {
  const callee = scope.resolve(call.callee);
  if (callee.kind !== 'function') return unknownValue;
  const values = call.arguments.map((argument) => scope.typeOf(argument.value));
  const type = resultType(callee.name, call.arguments, values);
  const { constness } = widest(values);
  const isAggregate = call.arguments.some(
    ({ set, window }) => set !== undefined || window !== undefined,
  );
  return {
    type,
    optional: callee.name === '最近',
    constness: isAggregate && constness === 'static' ? 'finite' : constness,
  };
}

function resultType(
  name: FunctionName,
  written: readonly Argument[],
  values: readonly Inferred[],
): LanguageType {
  switch (name) {
    case '最大':
    case '最小':
    case '合计':
    case '第二大':
    case '最近':
      return aggregated(written, values);
    case '年初':
    case '次月首日':
      return { kind: 'date' };
    case '商':
      return { kind: 'rate' };
    case '年数':
      return { kind: 'duration', unit: 'years' };
    case '月数':
      return { kind: 'duration', unit: 'months' };
    case '日数':
      return { kind: 'duration', unit: 'days' };
    case '工作日数':
      return { kind: 'duration', unit: 'working-days' };
    default:
      return { kind: 'integer' };
  }
}

/** The common type of the arguments: a plain number takes the type of its neighbours. */
function aggregated(written: readonly Argument[], values: readonly Inferred[]): LanguageType {
  const typed = values.find(({ type }) => type.kind !== 'number' && type.kind !== 'unknown');
  const [first] = values;
  if (written.length === 1 && first?.type.kind === 'integer-set') return { kind: 'integer' };
  return typed?.type ?? first?.type ?? unknownType;
}
