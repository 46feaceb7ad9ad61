import type { DayNumber, TextLanguage, Validity } from '@tiaoli/base';
import { isInForce } from '@tiaoli/base';
import { bind } from '@tiaoli/compiler';
import type {
  Declaration,
  Definition,
  Expr,
  Module,
  ParameterDeclaration,
  ParameterRef,
} from '@tiaoli/ir';
import { indexModule, printExpr, walkExpr } from '@tiaoli/ir';
import type { LanguageWorkspace } from '@tiaoli/language';

/** What a parameter is worth in one place on one day, and who says so. */
export interface EffectiveValue {
  /** For people: `70%`, `按 医院级别 …`, or that the sources do not say. */
  readonly text: string;
  /** The documents do not settle it: 未见, or no version in force. */
  readonly isOpen: boolean;
  /** The document asked for declares it. */
  readonly isOwn: boolean;
  /** A lower document may decide it. */
  readonly isDelegated: boolean;
  /** The document whose 确定 or 特别规定 prevails; absent when the parameter's own value holds. */
  readonly setBy?: SettingDocument;
  /** The value that holds without that document. */
  readonly inherited?: Pick<EffectiveValue, 'text' | 'isOpen'>;
}

export interface SettingDocument {
  readonly id: string;
  readonly title: string;
  /** Absent for the nation. */
  readonly place?: string;
}

/** By id of the parameter. */
export type EffectiveValues = ReadonlyMap<string, EffectiveValue>;

/** For whom and when: the document's own place and its newest version unless told otherwise. */
export interface ValueQuestion {
  readonly path: string;
  readonly on?: DayNumber;
  readonly jurisdiction?: string;
  readonly language: TextLanguage;
}

const known = new WeakMap<Module, Map<string, EffectiveValues>>();

/** The values of all parameters that a document sees; empty while it cannot be lowered. Kept with the lowered module. */
export function effectiveValues(
  workspace: LanguageWorkspace,
  question: ValueQuestion,
): EffectiveValues {
  const day = question.on ?? newestDay(workspace, question.path);
  const { module } = workspace.lower(question.path, day);
  if (module === undefined) return new Map();
  const answers = known.get(module) ?? new Map<string, EffectiveValues>();
  known.set(module, answers);
  const key = `${day} ${question.jurisdiction ?? ''} ${question.language}`;
  const found = answers.get(key) ?? findValues(module, day, question);
  answers.set(key, found);
  return found;
}

/** The day on which the newest version of the document begins, or of something that it rests on. */
export function newestDay(workspace: LanguageWorkspace, path: string): DayNumber {
  const header = workspace.documents().find((each) => each.path === path);
  const own = header?.changes.at(-1) ?? header?.from;
  const beside = workspace.stretches(path).at(-1)?.from;
  return Math.max(own ?? beside ?? 0, beside ?? 0);
}

function findValues(module: Module, day: DayNumber, question: ValueQuestion): EffectiveValues {
  const refs = readingRefs(module);
  const parameters = module.declarations.filter((each) => each.kind === 'parameter');
  const asked = parameters.flatMap((parameter) => {
    const ref = refs.get(parameter.id) ?? plainRef(parameter);
    return ref ? [{ parameter, ref }] : [];
  });
  const values = textsOf(module, asked, day, question, () => true);
  const settings = settingsOf(module, values.chain, day);
  // What would hold if nobody had set it: the same question without fills and derogations.
  const plain = textsOf(
    module,
    asked.filter(({ parameter }) => settings.has(parameter.id)),
    day,
    question,
    isNoSetting,
  );
  const delegated = new Set(
    module.declarations.flatMap((each) => (each.kind === 'delegation' ? [each.parameter] : [])),
  );
  return new Map(
    asked.flatMap(({ parameter: { id, document } }): [string, EffectiveValue][] => {
      const value = values.texts.get(id);
      const setBy = settings.get(id);
      const inherited = setBy && plain.texts.get(id);
      if (value === undefined) return [];
      const isDelegated = delegated.has(id);
      const isOwn = document === module.document;
      const by = { ...(setBy && { setBy }), ...(inherited !== undefined && { inherited }) };
      return [[id, { ...value, isOwn, isDelegated, ...by }]];
    }),
  );
}

function isNoSetting({ kind }: Declaration): boolean {
  return kind !== 'fill' && kind !== 'derogation';
}

/** How each parameter is read somewhere, with its keys; the first way of each. */
function readingRefs(module: Module): ReadonlyMap<string, ParameterRef> {
  const refs = new Map<string, ParameterRef>();
  for (const { body } of module.definitions) {
    walkExpr(body, (expr) => {
      if (expr.kind !== 'parameter' || refs.has(expr.parameter)) return;
      const { yearBy: _, ...ref } = expr;
      const year = expr.year && { offset: expr.year.offset, by: 'on' };
      refs.set(expr.parameter, { ...ref, on: 'on', ...(year && { year }) });
    });
  }
  return refs;
}

/** A parameter that nothing reads can be asked for only when it has no keys. */
function plainRef(parameter: ParameterDeclaration): ParameterRef | undefined {
  const isYearly = parameter.versions.some(({ year }) => year !== undefined);
  if (parameter.dimensions.length > 0 || parameter.columns.length > 0 || isYearly) return undefined;
  return { kind: 'parameter', parameter: parameter.id, keys: [], splits: [], on: 'on' };
}

interface Asked {
  readonly parameter: ParameterDeclaration;
  readonly ref: ParameterRef;
}

interface Texts {
  readonly texts: ReadonlyMap<string, Pick<EffectiveValue, 'text' | 'isOpen'>>;
  /** The place asked for and those above it, lowest first. */
  readonly chain: readonly string[];
}

/** Binds a module that holds nothing but the questions. */
function textsOf(
  module: Module,
  asked: readonly Asked[],
  day: DayNumber,
  { jurisdiction, language }: ValueQuestion,
  keep: (declaration: Declaration) => boolean,
): Texts {
  const definitions = asked.map(({ parameter, ref }) => probeOf(parameter, ref));
  const declarations = module.declarations.filter(keep).filter(isNeeded).map(withoutDefault);
  const questions: Module = { ...module, declarations, definitions, accumulators: [], outputs: [] };
  const target = { dates: { on: day }, ...(jurisdiction !== undefined && { jurisdiction }) };
  const { program } = bind(questions, target);
  if (program === undefined) return { texts: new Map(), chain: [] };
  const index = indexModule(module);
  const texts = program.definitions.map(({ origin, body }) => {
    const isOpen = isUndetermined(body);
    return [origin.declaration, { text: printExpr(body, index, language), isOpen }] as const;
  });
  return { texts: new Map(texts), chain: program.jurisdiction };
}

/** Some part of it is 未见 or has no version in force; of a table that is a matter of the row. */
function isUndetermined(body: Expr): boolean {
  let found = false;
  if (body.kind === 'lookup') return found;
  walkExpr(body, (expr) => {
    found ||= expr.kind === 'undetermined';
  });
  return found;
}

/** Constraints and defaults of inputs read definitions that are not asked for. */
function isNeeded({ kind }: Declaration): boolean {
  return kind !== 'invariant';
}

function withoutDefault(declaration: Declaration): Declaration {
  if (declaration.kind !== 'input') return declaration;
  const { default: _, ...input } = declaration;
  return input;
}

function probeOf(
  { id, name, type, columns, span }: ParameterDeclaration,
  ref: ParameterRef,
): Definition {
  const column = columns.find((each) => each.name === ref.column);
  return {
    id: `${id}/值`,
    name,
    entity: '',
    type: column?.type ?? type,
    optional: false,
    body: ref,
    origin: { declaration: id, span },
    visibility: 'result',
  };
}

/** Whose 确定 or 特别规定 prevails, by parameter: the nearest place, and in it the newest. */
function settingsOf(
  module: Module,
  chain: readonly string[],
  day: DayNumber,
): ReadonlyMap<string, SettingDocument> {
  const documents = new Map(
    module.declarations.flatMap((each) => (each.kind === 'document' ? [[each.id, each]] : [])),
  );
  const best = new Map<string, { readonly rank: readonly number[]; readonly document: string }>();
  for (const each of module.declarations) {
    if (each.kind !== 'fill' && each.kind !== 'derogation') continue;
    const place = documents.get(each.document)?.place;
    const distance = place === undefined ? chain.length : chain.indexOf(place);
    if (distance < 0 || !isInForce(each.validity, day)) continue;
    const rank = [each.kind === 'derogation' ? 1 : 0, -distance, startOf(each.validity)];
    const other = best.get(each.parameter);
    if (!other || isHigher(rank, other.rank)) {
      best.set(each.parameter, { rank, document: each.document });
    }
  }
  return new Map(
    [...best].map(([parameter, { document: id }]) => {
      const document = documents.get(id);
      const place = document?.place;
      const setting = { id, title: document?.title ?? id };
      return [parameter, place === undefined ? setting : { ...setting, place }];
    }),
  );
}

function startOf({ from }: Validity): number {
  return from ?? Number.NEGATIVE_INFINITY;
}

function isHigher(left: readonly number[], right: readonly number[]): boolean {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0);
}
