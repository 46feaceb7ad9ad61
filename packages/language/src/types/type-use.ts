import type { Rational } from '@tiaoli/base';
import { floor, multiply, rational, subtract } from '@tiaoli/base';
import type { Expression, TypeUse } from '../generated/ast.ts';
import type { DeclaredOf } from '../references/declared.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import type { TypeName } from '../references/predefined.ts';
import { canonicalName, typeNames } from '../references/predefined.ts';
import { entityOfUse, enumerationOfUse } from '../references/table-shape.ts';
import { numberOf, quantityOf } from '../syntax/literals.ts';
import type { Inferred, LanguageType } from './language-type.ts';
import { unknownType } from './language-type.ts';

const simpleTypes: Readonly<Record<TypeName, LanguageType>> = {
  金额: { kind: 'money' },
  单价: { kind: 'unit-price' },
  比例: { kind: 'rate' },
  整数: { kind: 'integer' },
  数: { kind: 'decimal' },
  日期: { kind: 'date' },
  布尔: { kind: 'boolean' },
  文本: { kind: 'text' },
  时长: { kind: 'duration', unit: 'days' },
  集合: unknownType,
};

/** The type that a declaration writes behind its colon; `unknown` when its name is (reported apart). */
export function typeOfUse(use: TypeUse | undefined, scope: DocumentScope): LanguageType {
  const name = use?.base?.$refText;
  if (use === undefined || name === undefined) return unknownType;
  const known = canonicalName(typeNames, name);
  if (known === '金额' && use.per !== undefined) return { kind: 'unit-price' };
  if (known !== undefined) return use.set ? setOfType(known) : simpleTypes[known];
  const [enumeration] = enumerationOfUse(use, scope);
  if (enumeration === undefined) {
    // A record of an entity, or a row of a catalogue, is named by what tells it from others: a text.
    const isNamed = catalogueOfUse(use, scope) ?? entityOfUse(use, scope);
    return isNamed === undefined || use.set ? unknownType : simpleTypes.文本;
  }
  return { kind: use.set ? 'set' : 'enumeration', enumeration: enumeration.id };
}

/** The catalogue that a declaration writes as the type of an input. */
export function catalogueOfUse(
  use: TypeUse | undefined,
  scope: DocumentScope,
): DeclaredOf<'catalogue'> | undefined {
  const found = use?.base && scope.resolveReference(use.base, use);
  return found?.kind === 'catalogue' ? found.declared : undefined;
}

function setOfType(name: TypeName): LanguageType {
  return name === '整数' ? { kind: 'integer-set' } : unknownType;
}

/** The largest number of values that the checker counts as a small finite domain (language decision 4). */
const FEW_VALUES = 10_000n;

/** How many values the declared type has: few, or an open amount. */
export function constnessOfUse(use: TypeUse, type: LanguageType): Inferred['constness'] {
  switch (type.kind) {
    case 'boolean':
    case 'enumeration':
    case 'date':
    case 'set':
    case 'integer-set':
      return 'finite';
    case 'integer':
      return countValues(use, 0) <= FEW_VALUES ? 'finite' : 'open';
    case 'decimal':
      return countValues(use, Number(use.places ?? 4)) <= FEW_VALUES ? 'finite' : 'open';
    case 'rate':
      // A rate of 小数 2 is a percentage with two decimals; without it a rate has four decimals.
      return countValues(use, 2 + Number(use.places ?? 2)) <= FEW_VALUES ? 'finite' : 'open';
    default:
      return 'open';
  }
}

function countValues(use: TypeUse, places: number): bigint {
  const low = use.low && numericLiteral(use.low);
  const high = use.high && numericLiteral(use.high);
  if (!low || !high) return FEW_VALUES + 1n;
  return floor(multiply(subtract(high, low), rational(10n ** BigInt(places))));
}

export function isZero(value: Rational): boolean {
  return value.numerator === 0n;
}

/** The exact value of a number or quantity as written, in the unit of the IR (fen, per one, days); else undefined. */
export function numericLiteral(expression: Expression): Rational | undefined {
  switch (expression.$type) {
    case 'NumberLiteral':
      return numberOf(expression.value);
    case 'QuantityLiteral':
      return quantityOf(expression.value)?.value;
    case 'Negative': {
      const value = numericLiteral(expression.operand);
      return value && subtract(rational(0n), value);
    }
    default:
      return undefined;
  }
}
