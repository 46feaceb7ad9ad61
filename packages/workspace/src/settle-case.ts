import type { Diagnostic, TextLanguage } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import type { Declaration } from '@tiaoli/ir';
import type {
  Case,
  CaseClaim,
  CaseResult,
  ClaimResult,
  JsonNode,
  MissingInput,
  Place,
  SettledClaim,
  Settlement,
  Vocabulary,
} from '@tiaoli/settlement';
import {
  claimFacts,
  decodeCase,
  encodeClaimOutputs,
  encodeRecords,
  encodeState,
  encodeTotals,
  encodeTrace,
  inventedValues,
  keysOf,
  missingInputs,
  personOf,
  refusedFacts,
  settleClaims,
  subjectsOf,
  voidedClaims,
} from '@tiaoli/settlement';
import { versionSpans } from './list-versions.ts';
import { report } from './messages.ts';
import type { CaseSettler } from './open-settler.ts';
import type { DocumentReference } from './resolve-reference.ts';
import { withoutRepeats } from './without-repeats.ts';

export interface SettleOptions {
  readonly trace?: boolean;
  readonly language: TextLanguage;
}

/** An input that is missing, with the record that lacks it: `claims[0]`, `person`. */
export interface PlacedInput extends MissingInput {
  readonly path: string;
}

export type SettledCase =
  | {
      readonly kind: 'settled';
      readonly result: CaseResult;
      readonly settlement: Settlement;
      /** The case as given without voided claims, its claims in the order in which they were settled. */
      readonly given: Case;
      /** The claims that are voided, in their order. */
      readonly voided: readonly CaseClaim[];
      readonly missing: readonly PlacedInput[];
      /** What is still missing, each at its place in the case. */
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** Settles one case; a case with a mistake is refused whole, with every mistake named. */
export function settleCase(
  settler: CaseSettler,
  node: JsonNode,
  options: SettleOptions,
): SettledCase {
  const decoded = decodeCase(node, settler.vocabulary);
  if (decoded.diagnostics.length > 0) return { kind: 'refused', diagnostics: decoded.diagnostics };
  const { claims: all, subjects } = decoded.case;
  const claims = all.filter(({ voided }) => !voided);
  const settlement = settleGiven(settler, decoded.case, claims, options);
  const refused = settlement.claims.flatMap((settled, index) => {
    const claim = claims[index];
    return claim ? refusedFacts(claim, settled, subjects) : [];
  });
  const unsettled = claims[settlement.claims.length];
  const diagnostics = [
    ...withoutRepeats(refused),
    ...settlement.diagnostics.map((finding) => atClaim(finding, unsettled)),
  ];
  if (diagnostics.length > 0) return { kind: 'refused', diagnostics };
  const missing = missingInputs(settlement, declarationsOf(settler));
  const given = { ...decoded.case, claims };
  return {
    kind: 'settled',
    result: {
      ...resultOf(settler, settlement, missing, options),
      ...(claims.length < all.length && {
        voided: voidedClaims(settleGiven(settler, decoded.case, all, {}).claims, settlement.claims),
      }),
    },
    settlement,
    given,
    voided: all.filter(({ voided }) => voided),
    missing: missing.map((input) => ({
      ...input,
      path: recordOf(input, given, settler.vocabulary).path,
    })),
    diagnostics: missing.map((input) => missingFinding(input, given, settler.vocabulary)),
  };
}

/** These claims of the case, one after another. */
function settleGiven(
  { programs, vocabulary }: CaseSettler,
  { subjects, before }: Case,
  claims: readonly CaseClaim[],
  { trace = false }: Pick<SettleOptions, 'trace'>,
): Settlement {
  return settleClaims(
    programs,
    claims.map((claim) => {
      const mine = subjectsOf(claim, subjects, vocabulary);
      const person = personOf(claim, mine, vocabulary);
      return {
        id: claim.id,
        facts: claimFacts(claim, subjects, vocabulary),
        ...(person && { person }),
        ...(claim.settledAt !== undefined && { settledAt: claim.settledAt }),
      };
    }),
    before,
    { trace, records: true },
  );
}

/** That no version is in force is said at the claim, with the document as the other place. */
function atClaim(finding: Diagnostic, claim: CaseClaim | undefined): Diagnostic {
  if (!claim || finding.code !== 'no-version-in-force') return finding;
  const message = { zh: '文件在这里', en: 'the document is here' };
  return { ...finding, span: claim.span, related: [{ message, span: finding.span }] };
}

function missingFinding(input: MissingInput, given: Case, vocabulary: Vocabulary): Diagnostic {
  const { path, span } = recordOf(input, given, vocabulary);
  const { name, question } = input;
  return report('missing-input', { path, name, question }, span);
}

/** The record that lacks the input: the claim, or the person where the input belongs there. */
function recordOf(
  { position, entity }: MissingInput,
  { claims, subjects }: Case,
  vocabulary: Vocabulary,
): Place {
  const { event, above } = vocabulary;
  const claim = claims[position];
  const owner = above.find(({ id }) => id === entity);
  const mine = claim ? subjectsOf(claim, subjects, vocabulary) : [];
  const subject = mine.find((each) => each.entity === owner?.id);
  const record = subject ?? claim;
  const path = subject?.path ?? (owner ? keysOf(owner)[0] : claim?.path) ?? '';
  return { path, span: record?.span ?? event.span };
}

function declarationsOf({ versions }: CaseSettler): readonly Declaration[] {
  return versions.flatMap(({ module }) => module.declarations);
}

function resultOf(
  { reference, versions, programs }: CaseSettler,
  settlement: Settlement,
  missing: readonly MissingInput[],
  { trace, language }: SettleOptions,
): CaseResult {
  const { claims } = settlement;
  const { request } = programs;
  const place = versions.at(-1)?.header.place;
  const last = claims.findLast((claim) => claim.kind === 'settled');
  const settled = last?.kind === 'settled' ? last : undefined;
  const illustrative = inventedValues(claims);
  return {
    document: reference.id,
    version: settled ? versionOf(settled, reference) : null,
    on: settled ? printDate(settled.on) : null,
    jurisdiction: settled?.program.jurisdiction[0] ?? request.jurisdiction ?? place ?? '国家',
    outputs: encodeTotals(claims),
    claims: claims.map((claim) => claimResult(claim, reference)),
    ...encodeState(settlement),
    missing: missing.map(({ claim, name, question }) => ({
      claim,
      field: name,
      question: question[language],
    })),
    ...(illustrative.length > 0 && { illustrative }),
    ...(trace && { trace: encodeTrace(claims, language) }),
  };
}

function claimResult(claim: SettledClaim, reference: DocumentReference): ClaimResult {
  if (claim.kind === 'waiting') return { id: claim.id, outputs: {} };
  return {
    id: claim.id,
    on: printDate(claim.on),
    version: versionOf(claim, reference),
    outputs: encodeClaimOutputs(claim),
    ...recordsOf(claim),
  };
}

function recordsOf(claim: SettledClaim): Pick<ClaimResult, 'records'> {
  const records = encodeRecords(claim);
  return Object.keys(records).length > 0 ? { records } : {};
}

/** The reference of the version whose rules were in force on the day that chose them: `ID@` its first day. */
function versionOf(
  { ruledOn, version }: Extract<SettledClaim, { kind: 'settled' }>,
  { id, headers }: DocumentReference,
): string {
  const spans = versionSpans(headers).filter(({ header }) => header.path === version.header.path);
  const span = spans.findLast(({ from }) => from <= ruledOn) ?? spans[0];
  return span ? `${id}@${printDate(span.from)}` : id;
}
