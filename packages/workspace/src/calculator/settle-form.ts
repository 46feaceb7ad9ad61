import type { Diagnostic, LocalText, TextLanguage } from '@tiaoli/base';
import { yuanOfFen } from '@tiaoli/base';
import type { CaseResult, ClaimLadder, JsonNode, StateLine } from '@tiaoli/settlement';
import { buildLadder, readJson, stateLines } from '@tiaoli/settlement';
import type { Policies } from '../open-policies.ts';
import type { SettleTarget } from '../open-settler.ts';
import { openSettler } from '../open-settler.ts';
import type { DocumentReference } from '../resolve-reference.ts';
import type { PlacedInput, SettledCase } from '../settle-case.ts';
import { settleCase } from '../settle-case.ts';
import type { FieldState } from './field-states.ts';
import { fieldStates } from './field-states.ts';
import { pathAt } from './path-at.ts';

export interface FormRequest extends Pick<SettleTarget, 'jurisdiction' | 'on'> {
  /** A case in the JSON form of `calc`, as far as it is filled in. */
  readonly input: unknown;
  readonly language: TextLanguage;
}

/** A case as a page shows it; plain JSON. */
export type SettledForm =
  | {
      readonly kind: 'settled';
      readonly result: CaseResult;
      /** One a claim that could be settled, in the order in which they were. */
      readonly ladders: readonly LadderView[];
      /** What is carried to the next claim. */
      readonly state: readonly StateLine[];
      /** What must still be asked for, in the order in which it is needed. */
      readonly missing: readonly FormQuestion[];
      readonly fields: readonly FieldState[];
      /** Documents that were left out. */
      readonly warnings: readonly FormFinding[];
    }
  | { readonly kind: 'refused'; readonly findings: readonly FormFinding[] };

/** A ladder with amounts in yuan as text. */
export interface LadderView extends Omit<ClaimLadder, 'payers'> {
  readonly payers: readonly {
    readonly name: LocalText;
    readonly amount: string;
    readonly fund: boolean;
  }[];
}

export interface FormQuestion {
  /** Of the field: `claims[0].医院级别`; of the records, where there are none: `claims[0].明细`. */
  readonly path: string;
  readonly claim: string;
  readonly field: string;
  readonly question: string;
}

export interface FormFinding {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly message: string;
  readonly hint?: string;
  /** The field or record of the case that it is about: `claims[0].甲类费用`; absent for one about a document. */
  readonly path?: string;
  /** The place in a document, for one about a document. */
  readonly file?: string;
  readonly line?: number;
}

/** Where the case stands in spans; no file has this name. */
const CASE = ':case:';

/** Settles a case as far as it is filled in; one with a mistake is refused, with each mistake at its field. */
export function settleForm(
  policies: Policies,
  reference: DocumentReference,
  { input, language, ...target }: FormRequest,
): SettledForm {
  const { settler, diagnostics } = openSettler(policies, reference, { ...target, explained: true });
  const { values, diagnostics: slips } = readJson(CASE, JSON.stringify(input ?? null));
  const [read] = values;
  const say = (finding: Diagnostic): FormFinding => findingView(finding, read, language);
  if (!settler || !read) return { kind: 'refused', findings: [...diagnostics, ...slips].map(say) };
  const settled = settleCase(settler, read, { language, trace: true });
  if (settled.kind === 'refused') {
    return { kind: 'refused', findings: settled.diagnostics.map(say) };
  }
  return {
    kind: 'settled',
    result: withoutTrace(settled),
    ladders: settled.settlement.claims.flatMap((claim) =>
      claim.kind === 'settled' ? [ladderView(buildLadder(claim))] : [],
    ),
    state: stateLines(settled.settlement),
    missing: settled.missing.map((each) => questionOf(each, language)),
    fields: fieldStates(settler, settled),
    warnings: diagnostics.map(say),
  };
}

/** The trace is asked for by who wants it; the ladder says the same in fewer words. */
function withoutTrace({ result }: Extract<SettledCase, { kind: 'settled' }>): CaseResult {
  const { trace: _, ...rest } = result;
  return rest;
}

function ladderView({ payers, ...rest }: ClaimLadder): LadderView {
  return {
    ...rest,
    payers: payers.map(({ name, amount, fund }) => ({ name, amount: yuanOfFen(amount), fund })),
  };
}

function questionOf(
  { path, name, claim, question }: PlacedInput,
  language: TextLanguage,
): FormQuestion {
  return { path: `${path}.${name}`, claim, field: name, question: question[language] };
}

function findingView(
  { code, severity, message, hint, span }: Diagnostic,
  read: JsonNode | undefined,
  language: TextLanguage,
): FormFinding {
  const place =
    read && span.file === CASE
      ? { path: pathAt(read, span) }
      : { file: span.file, line: span.start.line };
  return {
    code,
    severity,
    message: message[language],
    ...(hint && { hint: hint[language] }),
    ...place,
  };
}
