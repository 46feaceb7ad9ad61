import type { LocalText, TextLanguage } from '@tiaoli/base';
import { printDate, printYuan } from '@tiaoli/base';
import type { Outcome, Value } from '@tiaoli/interpreter';
import { isNumber, isSet, printValue } from '@tiaoli/interpreter';
import type { InputDeclaration, ModuleIndex, ValueType } from '@tiaoli/ir';
import { entityPath } from '@tiaoli/ir';
import { analysisOf } from '../session.ts';
import type { Person } from './ask.ts';
import type { Frame } from './frame.ts';

/** The facts of a case as a drafter writes them: `参保人 { 人员类别：低保对象 }；结算 { 合规费用：16,000.01元 }`. */
export function printPerson(
  person: Pick<Person, 'facts' | 'state'>,
  { session, program }: Frame,
): LocalText {
  return printCase(person, analysisOf(session, program).index);
}

/** The same for any case, in the words of the program that the index is of. */
export function printCase(person: Pick<Person, 'facts' | 'state'>, index: ModuleIndex): LocalText {
  return { zh: personIn(person, index, 'zh'), en: personIn(person, index, 'en') };
}

/** 比如谁：the facts, or that anybody will do where none matters. */
function personIn(
  person: Pick<Person, 'facts' | 'state'>,
  index: ModuleIndex,
  language: TextLanguage,
): string {
  const records = [
    ...recordsOf(person, index, language),
    ...stateOf(person, index, language),
    ...dayOf(person, language),
  ];
  const anybody = { zh: '任何人', en: 'anybody' };
  return records.length === 0 ? anybody[language] : records.join(language === 'zh' ? '；' : '; ');
}

interface Fact {
  readonly input: InputDeclaration;
  readonly value: Value | null;
}

function recordsOf(
  { facts }: Pick<Person, 'facts'>,
  index: ModuleIndex,
  language: TextLanguage,
): readonly string[] {
  const given: Fact[] = [];
  for (const input of index.inputs.values()) {
    const value = facts.inputs.get(input.id) ?? facts.spells?.get(input.id)?.[0]?.value;
    if (value !== undefined && !isNothing(value, input.type)) given.push({ input, value });
    else if (facts.inputs.get(input.id) === null) given.push({ input, value: null });
  }
  const groups = Map.groupBy(given, ({ input }) => input.entity);
  const depth = (entity: string): number => entityPath(entity, index).length;
  return [...groups]
    .toSorted(([left], [right]) => depth(left) - depth(right))
    .map(([entity, fields]) => {
      const name = index.entities.get(entity)?.name ?? entity;
      const separator = language === 'zh' ? '；' : '; ';
      return `${name} { ${fields.map((each) => printFact(each, language)).join(separator)} }`;
    });
}

/** An amount of nothing is not worth a word. */
function isNothing(value: Value, { kind }: ValueType): boolean {
  return kind === 'money' && isNumber(value) && value.numerator === 0n;
}

function printFact({ input, value }: Fact, language: TextLanguage): string {
  const colon = language === 'zh' ? '：' : ': ';
  return `${input.name}${colon}${value === null ? '无' : printFactValue(value, input.type, language)}`;
}

/** A value as it is written in a case; a text that matters to no rule by its first letters. */
export function printFactValue(value: Value, type: ValueType, language: TextLanguage): string {
  if (isNumber(value) && type.kind === 'money') return printMoney(value, language);
  if (isSet(value)) {
    const members = [...value].toSorted();
    return members.length === 1 ? `${members[0]}` : printValue(value, type, language);
  }
  return printValue(value, type, language);
}

function printMoney(value: Parameters<typeof printYuan>[0], language: TextLanguage): string {
  return `${printYuan(value)}${language === 'zh' ? '元' : ' yuan'}`;
}

/** What was taken or paid earlier: `之前 { 住院统筹.支付.本年 = 7万元 }`. */
function stateOf(
  { state }: Pick<Person, 'state'>,
  index: ModuleIndex,
  language: TextLanguage,
): readonly string[] {
  const types = new Map([...index.accumulators.values()].map(({ name, type }) => [name, type]));
  const parts = [...state].flatMap(([name, byKey]) =>
    [...byKey.values()].map(({ value }) => {
      const type = types.get(name);
      return `${name} = ${type ? printFactValue(value, type, language) : String(value)}`;
    }),
  );
  if (parts.length === 0) return [];
  const separator = language === 'zh' ? '；' : '; ';
  return [`${language === 'zh' ? '之前' : 'before'} { ${parts.join(separator)} }`];
}

function dayOf({ facts }: Pick<Person, 'facts'>, language: TextLanguage): readonly string[] {
  const on = facts.inputs.get('on');
  if (!on || !isNumber(on)) return [];
  return [`${language === 'zh' ? '于' : 'on'} ${printDate(Number(on.numerator))}`];
}

/** What the interpreter gave, for people: an amount, 不适用, or that nothing can be said. */
export function printGiven(outcome: Outcome | undefined, type: ValueType): LocalText {
  if (outcome?.status === 'value') {
    return {
      zh: printFactValue(outcome.value, type, 'zh'),
      en: printFactValue(outcome.value, type, 'en'),
    };
  }
  if (outcome?.status === 'not-applicable') return { zh: '不适用', en: 'not applicable' };
  return { zh: '待补充', en: 'pending' };
}
