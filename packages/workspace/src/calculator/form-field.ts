import type { LocalText } from '@tiaoli/base';
import { valueOfLiteral } from '@tiaoli/interpreter';
import type { EnumerationDeclaration, InputDeclaration, ModuleIndex, ValueType } from '@tiaoli/ir';
import { printExpr } from '@tiaoli/ir';
import type { JsonValue } from '@tiaoli/settlement';
import { encodeValue } from '@tiaoli/settlement';

/** One input as a form shows it. Values are in the form of a case: money in yuan and rates per one as text. */
export interface FormField {
  /** The key in a case, and what people read. */
  readonly name: string;
  /** English name; a key in a case too. */
  readonly alias?: string;
  readonly type:
    | 'money'
    | 'rate'
    | 'integer'
    | 'decimal'
    | 'date'
    | 'boolean'
    | 'text'
    | 'member'
    | 'set';
  /** What may be chosen, of a member or a set. */
  readonly options?: readonly FormOption[];
  /** True where the order of the options means something. */
  readonly ordered?: boolean;
  /** Ends of what is allowed, both included. */
  readonly low?: JsonValue;
  readonly high?: JsonValue;
  /** Decimals allowed in a rate or decimal; money has 2. */
  readonly places?: number;
  /** Of a set: the most members at once. */
  readonly atMost?: number;
  /** May be given as null: there is none. */
  readonly optional: boolean;
  /** By day: one value for all days, or `[{from?, to?, value}]`. */
  readonly spells: boolean;
  readonly default?: FieldDefault;
  readonly question: LocalText;
  /** The day of settlement, by which the version is chosen; the number of the claim; or whose claim it is. */
  readonly role?: 'settled-on' | 'id' | 'whose';
  /** It names one of the people of the household. */
  readonly person?: true;
  /** False where no result of the document rests on it, whatever the case. */
  readonly used: boolean;
}

export interface FormOption {
  readonly value: string;
  readonly label: LocalText;
}

/** What stands for a field that is left open: a value, or a formula that the case decides. */
export interface FieldDefault {
  readonly value?: JsonValue;
  readonly formula: LocalText;
}

export interface FieldSetting {
  readonly enumerations: ReadonlyMap<string, EnumerationDeclaration>;
  readonly index: ModuleIndex;
  /** Ids of inputs on which some result can rest. */
  readonly used: ReadonlySet<string>;
  /** Ids of the inputs by which the records are ordered. */
  readonly order: readonly string[];
}

export function formField(input: InputDeclaration, setting: FieldSetting): FormField {
  const { id, name, alias, type, places, atMost, optional, spells, record } = input;
  const options = optionsOf(type, setting.enumerations);
  const fallback = defaultOf(input, setting.index);
  const role = roleOf(input, setting.order);
  return {
    name,
    ...(alias !== undefined && { alias }),
    type: typeOf(type),
    ...options,
    ...(input.low !== undefined && { low: bound(input.low, type) }),
    ...(input.high !== undefined && { high: bound(input.high, type) }),
    ...(places !== undefined && { places }),
    ...(atMost !== undefined && { atMost }),
    optional,
    spells,
    ...(fallback && { default: fallback }),
    question: questionOf(input),
    ...(role && { role }),
    ...(record !== undefined && { person: true }),
    used: role !== undefined || setting.used.has(id),
  };
}

function questionOf({ name, alias, question }: InputDeclaration): LocalText {
  return { zh: question ?? `请填写${name}。`, en: `Please give ${alias ?? name}.` };
}

function typeOf({ kind }: ValueType): FormField['type'] {
  if (kind === 'unit-price') return 'money';
  return kind === 'enumeration' ? 'member' : kind;
}

function optionsOf(
  type: ValueType,
  enumerations: FieldSetting['enumerations'],
): Pick<FormField, 'options' | 'ordered'> {
  if (type.kind !== 'enumeration' && type.kind !== 'set') return {};
  const enumeration = enumerations.get(type.enumeration);
  const options = (enumeration?.members ?? []).map(({ name, alias }) => ({
    value: name,
    label: { zh: name, en: alias ?? name },
  }));
  return { options, ordered: enumeration?.ordered ?? false };
}

/** A bound is written in the type's unit: fen, days since 1970. */
function bound(text: string, type: ValueType): JsonValue {
  return encodeValue(valueOfLiteral({ kind: 'literal', type, value: text }), type);
}

function defaultOf(
  { default: fallback, type }: InputDeclaration,
  index: ModuleIndex,
): FieldDefault | undefined {
  if (!fallback) return undefined;
  const formula = { zh: printExpr(fallback, index, 'zh'), en: printExpr(fallback, index, 'en') };
  if (fallback.kind !== 'literal') return { formula };
  return { value: encodeValue(valueOfLiteral(fallback), type), formula };
}

function roleOf({ id, type }: InputDeclaration, order: readonly string[]): FormField['role'] {
  if (!order.includes(id)) return undefined;
  return type.kind === 'date' ? 'settled-on' : 'id';
}
