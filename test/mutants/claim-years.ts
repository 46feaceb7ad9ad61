import { parseDate, parseRational, rational } from '@tiaoli/base';
import type { Facts, Spell, Value } from '@tiaoli/interpreter';
import type { InputDeclaration, ModuleIndex, Program } from '@tiaoli/ir';
import { indexModule, isBelowEvent } from '@tiaoli/ir';

/** A number below `below`, from a seed. */
type Chance = (below: number) => number;

/** The claims of one person, one after the other. */
export type ClaimYear = readonly Facts[];

const mostClaims = 6;
/** So many claims are refused by a 约束 in a row, and the person is left. */
const mostRefusals = 40;

/** Persons with 1 to 6 claims each: amounts, ages and days near everything that the program compares them with. */
export function* claimYears(
  program: Program,
  isAdmitted: (facts: Facts) => boolean,
  chance: Chance,
  many: number,
): Generator<ClaimYear> {
  const plan = planOf(program);
  const { marks } = plan;
  for (let at = 0; at < many; at += 1) {
    const year: Facts[] = [];
    const length = 1 + chance(mostClaims);
    let day = marks.days[chance(marks.days.length)] ?? 0;
    let before: Facts | undefined;
    for (let tries = 0; year.length < length && tries < mostRefusals; tries += 1) {
      const facts = someFacts(plan, { chance, day, ...(before && { before }) });
      if (!isAdmitted(facts)) continue;
      year.push(facts);
      before = facts;
      day += chance(3) === 0 ? 0 : chance(60);
    }
    yield year;
  }
}

interface Marks {
  /** Fen. */
  readonly amounts: readonly number[];
  readonly numbers: readonly number[];
  /** Rates above zero, up to one. */
  readonly rates: readonly number[];
  readonly days: readonly number[];
  /** Members and texts that a condition names. */
  readonly words: ReadonlySet<string>;
  /** Dates by which claims are put in order or counted: they never go back. */
  readonly forward: ReadonlySet<string>;
}

/** Numbers that the program writes, by what they are compared with. */
function marksOf({ definitions, declarations, accumulators }: Program): Marks {
  const amounts = new Set([0]);
  const numbers = new Set([0, 1]);
  const rates = new Set([1]);
  const days = new Set([19_723, 20_089]);
  const words = new Set<string>();
  const note = (type: string, text: string): void => {
    const value = parseRational(text);
    if (!value) return;
    const number = Number(value.numerator) / Number(value.denominator);
    if (type === 'rate' && number > 0 && number <= 1) rates.add(number);
    else if (type === 'money') amounts.add(Math.round(number));
    else numbers.add(Math.round(number));
  };
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('kind' in node && node.kind === 'literal' && 'type' in node && 'value' in node) {
      const { kind } = node.type as { readonly kind: string };
      const day = kind === 'date' ? parseDate(String(node.value)) : undefined;
      if (typeof node.value === 'string' && (kind === 'enumeration' || kind === 'text')) {
        words.add(node.value);
      }
      if (day !== undefined) days.add(day);
      else note(kind, String(node.value));
      return;
    }
    if ('included' in node && 'value' in node) {
      note('money', String(node.value));
      note('integer', String(node.value));
    }
    if ('members' in node && Array.isArray(node.members)) {
      for (const each of node.members) if (typeof each === 'string') words.add(each);
    }
    for (const each of Object.values(node)) visit(each);
  };
  for (const { body } of definitions) visit(body);
  return {
    ...{ amounts: [...amounts], numbers: [...numbers], rates: [...rates] },
    ...{ days: [...days], words },
    forward: new Set([
      ...declarations.flatMap((each) => (each.kind === 'entity' ? each.order : [])),
      ...accumulators.map(({ on }) => on),
    ]),
  };
}

interface Drawing {
  readonly chance: Chance;
  /** Of the claim. */
  readonly day: number;
  readonly before?: Facts;
}

/** What is the same of every claim, worked out once: there are hundreds of thousands. */
interface Plan {
  readonly marks: Marks;
  readonly fields: readonly Field[];
  /** No records below a claim: a total of them is nothing, and not asked for. */
  readonly children: Facts['children'];
}

interface Field {
  readonly input: InputDeclaration;
  /** Of the claim itself, not of its person or household. */
  readonly isOwn: boolean;
  readonly isForward: boolean;
  /** Of an enumeration or set, and those of them that a condition names. */
  readonly members: readonly string[];
  readonly named: readonly string[];
  readonly least?: End;
  readonly most?: End;
}

interface End {
  readonly number: number;
  readonly exact: Value;
}

function planOf(program: Program): Plan {
  const index = indexModule(program);
  const marks = marksOf(program);
  const below = [...index.entities.keys()].filter((id) => isBelowEvent(id, index));
  return {
    marks,
    fields: [...index.inputs.values()]
      .filter(({ entity }) => !isBelowEvent(entity, index))
      .map((input) => fieldOf(input, index, marks)),
    children: new Map(below.map((id) => [id, []])),
  };
}

function fieldOf(input: InputDeclaration, index: ModuleIndex, marks: Marks): Field {
  const { type, low, high } = input;
  const members =
    type.kind === 'enumeration' || type.kind === 'set'
      ? (index.enumerations.get(type.enumeration)?.members ?? []).map(({ name }) => name)
      : [];
  return {
    input,
    isOwn: (index.entities.get(input.entity)?.order.length ?? 0) > 0,
    isForward: marks.forward.has(input.id),
    members,
    named: members.filter((name) => marks.words.has(name)),
    ...(low !== undefined && { least: endOf(low) }),
    ...(high !== undefined && { most: endOf(high) }),
  };
}

function someFacts({ fields, marks, children }: Plan, drawing: Drawing): Facts {
  const inputs = new Map<string, Value | null>([['on', rational(drawing.day)]]);
  const spells = new Map<string, readonly Spell[]>();
  const { chance, before } = drawing;
  for (const field of fields) {
    const { input, isOwn } = field;
    const kept = before?.inputs.get(input.id);
    const isKept = kept !== undefined && input.type.kind !== 'date' && chance(isOwn ? 3 : 12) > 0;
    if (before && isKept && (!isOwn || chance(2) === 0)) inputs.set(input.id, kept);
    else if (input.default && chance(isCounted(input) ? 2 : 4) === 0) continue;
    else if (input.optional && chance(3) === 0) inputs.set(input.id, null);
    else {
      const value = someValue(field, marks, drawing);
      if (input.spells) spells.set(input.id, [{ validity: {}, value }]);
      else inputs.set(input.id, value);
    }
  }
  return { inputs, spells, children };
}

function isCounted({ type }: InputDeclaration): boolean {
  return type.kind === 'money' || type.kind === 'integer' || type.kind === 'rate';
}

function someValue(field: Field, marks: Marks, { chance, day }: Drawing): Value {
  const { input, members, named } = field;
  switch (input.type.kind) {
    case 'boolean':
      return chance(2) === 0;
    case 'text':
      return `${chance(3)}`;
    case 'enumeration': {
      const from = named.length > 0 && chance(3) > 0 ? named : members;
      return from[chance(from.length)] ?? '';
    }
    case 'set': {
      const some = chance(3) === 0 ? [] : members.filter(() => chance(members.length) < 2);
      return new Set(some.slice(0, input.atMost));
    }
    case 'date':
      return within(field, field.isForward || chance(3) > 0 ? day : day - chance(800) + 60);
    case 'money':
      return within(field, someAmount(marks, chance));
    default:
      return someNumber(field, marks, chance);
  }
}

/** A mark, the sum of two, or what a mark is a share of; a fen or so beside it, or a yuan. */
function someAmount({ amounts, rates }: Marks, chance: Chance): number {
  const mark = (): number => amounts[chance(amounts.length)] ?? 0;
  const beside = chance(7) - 3 + (chance(4) === 0 ? 100 * (chance(3) - 1) : 0);
  switch (chance(8)) {
    case 0:
      return chance(300);
    case 1:
      return chance(200_000_000);
    case 2:
      return chance(3_000_000);
    case 3:
    case 4:
      return mark() + mark() + beside;
    case 5:
    case 6:
      return Math.round(mark() / (rates[chance(rates.length)] ?? 1)) + mark() + beside;
    default:
      return mark() + beside;
  }
}

function someNumber(field: Field, { numbers, rates }: Marks, chance: Chance): Value {
  const { input } = field;
  if (input.type.kind === 'rate') {
    const places = 10 ** (input.places ?? 4);
    const near = Math.round((rates[chance(rates.length)] ?? 1) * places);
    return within(field, chance(2) === 0 ? near : chance(places), places);
  }
  const near = (numbers[chance(numbers.length)] ?? 0) + chance(3) - 1;
  return within(field, chance(2) === 0 ? near : chance(130));
}

/** Held to the declared domain; `parts` of one. */
function within({ least, most }: Field, count: number, parts = 1): Value {
  const value = count / parts;
  if (least && value < least.number) return least.exact;
  if (most && value > most.number) return most.exact;
  return rational(BigInt(count), BigInt(parts));
}

function endOf(text: string): End {
  const day = parseDate(text);
  const exact = day === undefined ? parseRational(text) : rational(day);
  if (!exact) throw new Error(`no bound: ${text}`);
  return { exact, number: Number(exact.numerator) / Number(exact.denominator) };
}
