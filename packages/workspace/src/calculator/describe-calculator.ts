import type { DayNumber, Diagnostic, LocalText } from '@tiaoli/base';
import { compareText, printDate } from '@tiaoli/base';
import type { Accumulator, EntityDeclaration, Program } from '@tiaoli/ir';
import { indexModule } from '@tiaoli/ir';
import type { ValueKind, Vocabulary } from '@tiaoli/settlement';
import { keysOf, kindOf, ofKind, programFor, readableInputs } from '@tiaoli/settlement';
import type { DocumentVersion } from '../list-documents.ts';
import { documentVersions } from '../list-documents.ts';
import { versionSpans } from '../list-versions.ts';
import type { Policies } from '../open-policies.ts';
import type { CaseSettler, SettleTarget } from '../open-settler.ts';
import { openSettler } from '../open-settler.ts';
import type { PlaceLevel } from '../places-of-documents.ts';
import type { DocumentReference } from '../resolve-reference.ts';
import type { FieldSetting, FormField } from './form-field.ts';
import { formField } from './form-field.ts';

/** A calculator as a form: what may be filled in for the rules of one day and place. Plain JSON. */
export interface CalculatorForm {
  readonly document: string;
  readonly title: string;
  /** `YYYY-MM-DD`: the day whose rules the fields are of. */
  readonly on: string;
  /** The place for which it is calculated; absent for a national document without one. */
  readonly jurisdiction?: string;
  /** What the claims belong to, nearest first: the person, the household. */
  readonly subjects: readonly FormEntity[];
  readonly claim: FormEntity;
  /** Lists that stand in a record above the claim: 共济授权 of a household. */
  readonly lists: readonly FormList[];
  /** What a claim is made of: its items. */
  readonly parts: readonly FormEntity[];
  /** What may be given as accumulated before the first claim, under `state`. */
  readonly accumulators: readonly FormAccumulator[];
  /** Where it can be calculated: the document's own place, and those below it that set something. */
  readonly places: readonly FormPlace[];
  /** Oldest first. */
  readonly versions: readonly DocumentVersion[];
}

export interface FormEntity {
  /** The key in a case: `person`, `claims`, `items`. */
  readonly key: string;
  readonly name: string;
  readonly alias?: string;
  readonly fields: readonly FormField[];
  /** There may be several of one case, told apart by a field. */
  readonly many?: true;
}

export interface FormList extends FormEntity {
  /** The key of the entity in whose record the list stands. */
  readonly within: string;
}

export interface FormAccumulator {
  /** The key in `state`; `NAME[KEY]` where it has keys. */
  readonly name: string;
  readonly type: ValueKind;
  readonly keyed: boolean;
  /** Each person has a value: `NAME[MEMBER]`. */
  readonly byPerson?: true;
  readonly period: LocalText;
}

export interface FormPlace {
  readonly place: string;
  readonly level: PlaceLevel;
  readonly parent?: string;
}

export type DescribedCalculator =
  | { readonly kind: 'described'; readonly form: CalculatorForm }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/**
 * The form of a document for a place, on a day.
 *
 * @param target.on  without it, and without a day in the reference: the day on which its newest version begins
 */
export function describeCalculator(
  policies: Policies,
  reference: DocumentReference,
  target: SettleTarget = {},
): DescribedCalculator {
  const { settler, diagnostics } = openSettler(policies, reference, target);
  if (!settler) return { kind: 'refused', diagnostics };
  const spans = versionSpans(reference.headers);
  const on = target.on ?? reference.on ?? newestDay(settler) ?? 0;
  const found = programFor(settler.programs, { inputs: new Map(), children: new Map() }, on);
  if (found.kind !== 'found') {
    return { kind: 'refused', diagnostics: found.kind === 'refused' ? found.diagnostics : [] };
  }
  const { program, version } = found;
  const { event, above, below } = settler.vocabulary;
  const entity = entityForms(program, settler.vocabulary);
  const lists = listForms(settler.vocabulary, entity);
  const jurisdiction = target.jurisdiction ?? program.jurisdiction[0] ?? version.header.place;
  const form: CalculatorForm = {
    document: reference.id,
    title: version.header.title,
    on: printDate(on),
    ...(jurisdiction !== undefined && { jurisdiction }),
    // A household of which nothing is asked is not shown.
    subjects: above
      .map(entity)
      .filter(({ key, fields }) => fields.length > 0 || lists.some(({ within }) => within === key)),
    claim: entity(event),
    lists,
    parts: below.map(entity),
    accumulators: program.accumulators.map((each) => accumulatorForm(each, settler.vocabulary)),
    places: placesOf(settler),
    versions: documentVersions(spans),
  };
  return { kind: 'described', form };
}

/** The first day of the newest version, or of what it rests on since then. */
function newestDay({ reference, versions }: CaseSettler): DayNumber | undefined {
  const begins = [
    versionSpans(reference.headers).at(-1)?.from,
    ...versions.map(({ header }) => header.from),
  ].filter((day) => day !== undefined);
  return begins.length === 0 ? undefined : Math.max(...begins);
}

/** Of inputs that several documents declare under one name, a program knows one. */
function entityForms(
  program: Program,
  { event, keyFields }: Vocabulary,
): (entity: EntityDeclaration) => FormEntity {
  const setting: FieldSetting = {
    enumerations: new Map(
      ofKind(program.declarations, 'enumeration').map((each) => [each.id, each]),
    ),
    index: indexModule(program),
    used: readableInputs(program),
    order: event.order,
  };
  const inputs = ofKind(program.declarations, 'input');
  return (entity) => {
    const { name, alias } = entity;
    const own = inputs.filter((input) => input.entity === entity.id);
    // A claim may say whose of the household it is.
    const whose = entity === event ? [...keyFields.values()] : [];
    return {
      key: keysOf(entity)[0] ?? name,
      name,
      ...(alias !== undefined && { alias }),
      fields: [
        ...whose.map((input) => ({ ...formField(input, setting), role: 'whose' as const })),
        ...own.map((input) => formField(input, setting)),
      ],
      ...(keyFields.has(entity.id) && { many: true }),
    };
  };
}

/** The lists of which some result of the document asks something. */
function listForms(
  { above, listed }: Vocabulary,
  entity: (entity: EntityDeclaration) => FormEntity,
): readonly FormList[] {
  return listed.flatMap((list) => {
    const parent = above.find(({ id }) => id === list.parent);
    const form = entity(list);
    const isAsked = form.fields.some(({ used }) => used);
    return parent && isAsked ? [{ ...form, within: keysOf(parent)[0] ?? parent.name }] : [];
  });
}

const periodWords: Readonly<Record<Accumulator['period'], LocalText>> = {
  year: { zh: '本年', en: 'this year' },
  month: { zh: '本月', en: 'this month' },
  day: { zh: '当日', en: 'this day' },
  visit: { zh: '本次就诊', en: 'this visit' },
  stay: { zh: '本次住院', en: 'this stay' },
  ever: { zh: '历来', en: 'ever' },
};

function accumulatorForm(
  { name, type, by, period }: Accumulator,
  { keyFields }: Vocabulary,
): FormAccumulator {
  const [key, ...others] = by;
  const people = [...keyFields.values()].map(({ id }) => id);
  const byPerson = key?.kind === 'input' && others.length === 0 && people.includes(key.input);
  return {
    name,
    type: kindOf(type),
    keyed: by.length > 0,
    ...(byPerson && { byPerson }),
    period: periodWords[period],
  };
}

const ranks: Readonly<Record<PlaceLevel, number>> = { nation: 0, province: 1, city: 2, county: 3 };

function placesOf({ versions }: CaseSettler): readonly FormPlace[] {
  const own = versions.at(-1)?.header;
  const documents = versions.flatMap(({ module }) => ofKind(module.declarations, 'document'));
  const places = new Map<string, FormPlace>();
  for (const { place, level, parent } of documents) {
    const isOwn = place === own?.place && level === own?.level;
    if (place === undefined || !(isOwn || ranks[level] > ranks[own?.level ?? 'nation'])) continue;
    places.set(place, { place, level, ...(parent !== undefined && { parent }) });
  }
  return [...places.values()].sort(
    (left, right) => ranks[left.level] - ranks[right.level] || compareText(left.place, right.place),
  );
}
