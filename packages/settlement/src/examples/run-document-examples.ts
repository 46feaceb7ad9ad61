import type { Diagnostic, LocalText, Span } from '@tiaoli/base';
import type { Outcome } from '@tiaoli/interpreter';
import type {
  CataloguePart,
  Declaration,
  ExampleDeclaration,
  Expectation,
  Module,
  ReferenceData,
} from '@tiaoli/ir';
import { noReference } from '@tiaoli/ir';
import type { DocumentHeader, LanguageWorkspace } from '@tiaoli/language';
import { headersOf } from '@tiaoli/language';
import { ofKind, vocabularyOf } from '../case/vocabulary.ts';
import { compiledVersions } from '../settle/compiled-versions.ts';
import { addOutcomes } from '../settle/encode-outputs.ts';
import type { CompiledVersion } from '../settle/program-source.ts';
import { createProgramSource } from '../settle/program-source.ts';
import type { ClaimFacts, SettledClaim, Settlement } from '../settle/settle-claims.ts';
import { settleClaims } from '../settle/settle-claims.ts';
import { whatIsRead } from '../settle/what-is-read.ts';
import type { Comparison } from './compare-expectations.ts';
import { compareExpectations } from './compare-expectations.ts';
import {
  countedEvents,
  exampleBefore,
  exampleClaims,
  exampleSubjectFacts,
} from './example-facts.ts';
import { exampleRows, withCatalogues, withRows } from './example-rows.ts';
import { withExpectedResults } from './expected-definitions.ts';

/** One 算例 with what came out. Names of results carry the claim's number where there are several. */
export interface ExampleResult {
  readonly document: string;
  readonly name: string;
  /** The whole example in its file. */
  readonly span: Span;
  /** Ids of published cases. */
  readonly cases: readonly string[];
  readonly shapes: readonly number[];
  readonly passed: boolean;
  readonly comparisons: readonly Comparison[];
  /** Why it could not be run, or where the generated calculator differs. */
  readonly problems: readonly LocalText[];
}

/** The examples of one file, in the order of its text. */
export interface DocumentExamples {
  readonly examples: readonly ExampleResult[];
  /** Errors that keep the examples from running; beside examples, warnings that name what is left out. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface ExampleOptions {
  /** Which examples, by name; all without it. */
  readonly only?: (name: string) => boolean;
  readonly reference?: ReferenceData;
  /** Leaves out the examples that need rows which are not in `reference`: where nobody reads files. */
  readonly skipUnread?: boolean;
  /** Where another way of calculating differs from `settlement`; what it says is shown as problems of the example. */
  readonly crossCheck?: (settlement: Settlement) => readonly LocalText[];
}

const nothingToSettle = { zh: '文件没有可计算的结算。', en: 'The document has nothing to settle.' };
const notReached = { zh: '有的期望没有得到结果。', en: 'Some expectations were not reached.' };

/** Runs the examples of the file `path` over the interpreter; none where it is not open or has errors. */
export function runDocumentExamples(
  language: LanguageWorkspace,
  path: string,
  options: ExampleOptions = {},
): DocumentExamples {
  const headers = headersOf(language);
  const header = headers.find((each) => each.path === path);
  const { module, diagnostics } = language.lower(path);
  if (!header || !module) return { examples: [], diagnostics };
  const versions = versionsOf(language, headers, header);
  const { only = () => true, skipUnread = false } = options;
  const unread = skipUnread ? unreadCatalogues(module, path, options) : [];
  const own = ofKind(module.declarations, 'example').filter(
    (each) => each.span.file === path && only(each.name) && canRun(each, unread),
  );
  const examples = own.map((example) => runSafely(example, { header, versions, options }));
  return { examples, diagnostics };
}

/** The catalogues that the file looks at and whose rows nobody has read. */
function unreadCatalogues(
  module: Module,
  path: string,
  { reference = noReference }: ExampleOptions,
): readonly string[] {
  const isUnread = (id: string): boolean =>
    module.declarations.some(
      (each) =>
        ((each.kind === 'catalogue' && each.id === id) ||
          (each.kind === 'catalogue-change' && each.catalogue === id)) &&
        partsOf(each).some(({ content }) => !reference.catalogues?.has(content)),
    );
  return [...whatIsRead(module, path).catalogues].filter(isUnread);
}

function partsOf(
  declared: Extract<Declaration, { kind: 'catalogue' | 'catalogue-change' }>,
): readonly CataloguePart[] {
  return declared.kind === 'catalogue' ? declared.parts : [declared.part];
}

/** An example may bring rows of its own. */
function canRun({ catalogues = [] }: ExampleDeclaration, unread: readonly string[]): boolean {
  const given = new Set(catalogues.map(({ catalogue }) => catalogue));
  return unread.every((id) => given.has(id));
}

/** What the examples of one file are run under. */
interface ExampleSetting {
  readonly header: DocumentHeader;
  readonly versions: readonly CompiledVersion[];
  readonly options: ExampleOptions;
}

/** Nothing to say where nobody else calculates. */
function agreesUnchecked(): readonly LocalText[] {
  return [];
}

/** Every file of the document, the example's own first: an example without dates is of the file it stands in. */
function versionsOf(
  language: LanguageWorkspace,
  headers: readonly DocumentHeader[],
  own: DocumentHeader,
): readonly CompiledVersion[] {
  const same = headers.filter(({ id, path }) => id === own.id && path !== own.path);
  return [own, ...same].flatMap((header) => compiledVersions(language, header).versions);
}

/** A defect of ours that one example meets is shown with it and does not hide the others. */
function runSafely(example: ExampleDeclaration, setting: ExampleSetting): ExampleResult {
  try {
    return runExample(example, setting);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const defect = { zh: `程序缺陷：${reason}`, en: `a defect of the program: ${reason}` };
    return resultOf(example, setting.header, [], [defect]);
  }
}

function runExample(
  example: ExampleDeclaration,
  { header, versions, options: { crossCheck = agreesUnchecked, reference } }: ExampleSetting,
): ExampleResult {
  const [own] = versions;
  const vocabulary = own && vocabularyOf(own.module);
  if (!own || !vocabulary) return resultOf(example, header, [], [nothingToSettle]);
  const on = example.on ?? header.from;
  const rows = exampleRows(example, own.module);
  const request = {
    versions: versions.map((version) => ({
      ...version,
      module: withExpectedResults(withRows(version.module, rows), example),
    })),
    ...(example.place !== undefined && { jurisdiction: example.place }),
    ...(on !== undefined && { otherwiseOn: on }),
    reference: withCatalogues(reference ?? noReference, rows),
  };
  const before = exampleBefore(example, vocabulary);
  const settle = (claims: readonly ClaimFacts[]): Settlement =>
    settleClaims(createProgramSource(request), claims, before);
  const settlement = settle(exampleClaims(example, vocabulary));
  const onDay = settle(
    example.expected.length > 0
      ? [{ id: '1', facts: exampleSubjectFacts(example, vocabulary) }]
      : [],
  );
  const problems = [
    ...rows.flatMap(({ findings }) => findings.map(({ message }) => message)),
    ...[...settlement.diagnostics, ...onDay.diagnostics].map(({ message }) => message),
    ...crossCheck(settlement),
    ...crossCheck(onDay),
  ];
  const comparisons = [
    ...compareClaim(example.expected, onDay.claims[0], ''),
    ...compareExample(example, settlement),
  ];
  const wanted = [
    example.expected,
    example.total,
    example.after,
    ...example.events.map(({ expected }) => expected),
  ];
  const reached = comparisons.length === wanted.flat().length;
  if (!reached && problems.length === 0) problems.push(notReached);
  return resultOf(example, header, comparisons, problems);
}

function resultOf(
  example: ExampleDeclaration,
  { id }: DocumentHeader,
  comparisons: readonly Comparison[],
  problems: readonly LocalText[],
): ExampleResult {
  const { name, cases, shapes, span } = example;
  const passed =
    problems.length === 0 && comparisons.length > 0 && comparisons.every(({ agrees }) => agrees);
  return {
    document: id,
    name,
    span,
    cases,
    shapes,
    passed,
    comparisons,
    problems,
  };
}

function compareExample(
  example: ExampleDeclaration,
  settlement: Settlement,
): readonly Comparison[] {
  const { total, after } = example;
  const events = countedEvents(example);
  const { claims, state } = settlement;
  const several = events.length > 1;
  const perClaim = events.flatMap(({ expected }, index) =>
    compareClaim(expected, claims[index], several ? `${index + 1}.` : ''),
  );
  const last = claims.findLast((claim) => claim.kind === 'settled');
  if (last?.kind !== 'settled') return perClaim;
  const { program, facts } = last;
  const expectedAfter: readonly Expectation[] = after.map(({ target, value, span }) => ({
    target,
    kind: 'accumulator',
    status: 'value',
    value,
    span,
  }));
  const totals = { program, state, facts, outcome: (id: string) => totalOf(claims, id) };
  return [
    ...perClaim,
    ...compareExpectations(total, totals, '合计.'),
    ...compareExpectations(expectedAfter, totals, '之后.'),
  ];
}

function compareClaim(
  expected: readonly Expectation[],
  claim: SettledClaim | undefined,
  prefix: string,
): readonly Comparison[] {
  if (claim?.kind !== 'settled') return [];
  const { program, step, outcomes, facts } = claim;
  return compareExpectations(
    expected,
    { program, state: step.state, facts, outcome: (id) => outcomes.get(id) },
    prefix,
  );
}

/** Money is summed over the claims; anything else is what the last claim gives. */
function totalOf(claims: readonly SettledClaim[], id: string): Outcome | undefined {
  let total: Outcome | undefined;
  for (const claim of claims) {
    if (claim.kind !== 'settled') continue;
    const outcome = claim.outcomes.get(id);
    const isMoney = claim.program.definitions.some(
      (each) => each.id === id && each.type.kind === 'money',
    );
    total = isMoney ? addOutcomes(total, outcome) : outcome;
  }
  return total;
}
