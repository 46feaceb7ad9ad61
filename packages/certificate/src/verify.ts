import type { LocalText } from '@tiaoli/base';
import { compare, negate, rational } from '@tiaoli/base';
import type { Program, WorkingDays } from '@tiaoli/ir';
import { indexModule, printExpr } from '@tiaoli/ir';
import { isAboutState, isUsableOn, refuses, sidesOf, stateKept } from './assumptions.ts';
import { coverage, partsOf } from './cells.ts';
import type { Assumption, CertifiedResult, CertifiedSide, Claim } from './claims.ts';
import { isCertified, isMet, isSameClaim } from './claims.ts';
import { decodeBody } from './decode.ts';
import { certificateFormat, certificateVersion, sealOf } from './encode.ts';
import type { Joint } from './joint.ts';
import { jointOf } from './joint.ts';
import type { Known } from './known.ts';
import { isEmpty, nothingKnown, withAnswer } from './known.ts';
import type { CertificateCode } from './messages.ts';
import { programHash } from './program-hash.ts';
import { replayWitnesses } from './replay-witness.ts';
import type { Result } from './results.ts';
import { differenceOf, resultsOf } from './results.ts';
import type { Terms } from './terms.ts';
import type { Tree } from './tree.ts';
import { isContradiction } from './tree.ts';

/** What was checked of a certificate that is accepted. */
export interface Checked {
  readonly results: number;
  readonly cells: number;
  readonly leaves: number;
  readonly bounds: number;
  readonly witnesses: number;
  readonly assumptions: number;
  /** Claims that the certificate itself says it does not show, and parts that were left undecided. */
  readonly uncertified: number;
  readonly undecided: number;
  /** Results that one side alone has: a certificate says nothing of them. */
  readonly oneSided: number;
}

export type Verdict =
  | { readonly kind: 'accepted'; readonly checked: Checked }
  | { readonly kind: 'rejected'; readonly code: CertificateCode; readonly place: LocalText }
  | { readonly kind: 'unusable'; readonly code: CertificateCode };

/** The two sides that a certificate names; unusable where it is damaged or of another form. */
export function readCertificate(
  text: string,
):
  | { readonly kind: 'read'; readonly before: CertifiedSide; readonly after: CertifiedSide }
  | Extract<Verdict, { kind: 'unusable' }> {
  const body = parsed(text);
  if (!body || body.format !== certificateFormat) return unusable('certificate-damaged');
  if (body.version !== certificateVersion) return unusable('certificate-unknown-version');
  const { seal, ...rest } = body;
  const [before, after] = [body.before, body.after].map(asSide);
  if (seal !== sealOf(rest) || !before || !after) return unusable('certificate-damaged');
  return { kind: 'read', before, after };
}

function unusable(code: CertificateCode): Extract<Verdict, { kind: 'unusable' }> {
  return { kind: 'unusable', code };
}

type Fields = Readonly<Record<string, unknown>>;

function parsed(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isFields = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isFields ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

function asSide(value: unknown): CertifiedSide | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { reference, meaning } = value as Fields;
  const isSide = typeof reference === 'string' && typeof meaning === 'string';
  return isSide ? { reference, meaning } : undefined;
}

/**
 * Checks everything that a certificate claims of two programs, as they are compared: the parts cover the domain, every
 * difference is derived anew from the programs, every bound adds up, every case is settled again.
 *
 * Where it counts working days, that takes the calendar by which it did. Nothing of the certificate is believed: what it holds only tells which way to go. Yields after each result.
 */
export function* verifyCertificate(
  text: string,
  before: Program,
  after: Program,
  workingDays?: WorkingDays,
): Generator<{ readonly done: number; readonly of: number }, Verdict> {
  const read = readCertificate(text);
  if (read.kind === 'unusable') return read;
  const hashes = [programHash(before), programHash(after)];
  if (read.before.meaning !== hashes[0] || read.after.meaning !== hashes[1]) {
    return unusable('certificate-other-program');
  }
  const fields = parsed(text);
  const isCounted = fields?.calendar !== undefined;
  const joint = jointOf(before, after, isCounted ? workingDays : undefined);
  if (fields?.calendar !== joint.calendar?.hash) return unusable('certificate-other-calendar');
  const body = decodeBody(fields, joint);
  if (!body) return unusable('certificate-damaged');
  const { terms, assumptions, results } = body;
  const counts = { leaves: 0, bounds: 0, witnesses: 0, cells: 0, uncertified: 0, undecided: 0 };
  const checking: Checking = { joint, terms, assumptions, counts };
  const wrong = checkAssumptions(checking) ?? checkKeys(joint, results);
  if (wrong) return wrong;
  const [old, now] = [resultsOf(before), resultsOf(after)];
  for (const [at, each] of results.entries()) {
    const [left, right] = [old.get(each.key), now.get(each.key)];
    if (!left || !right) throw new Error(`no such result: ${each.key}`);
    const rejected = checkResult(checking, each, [left, right]);
    if (rejected) return rejected;
    yield { done: at + 1, of: results.length };
  }
  const oneSided = old.size + now.size - 2 * results.length;
  const totals = { results: results.length, assumptions: assumptions.length, oneSided };
  const checked = { ...counts, ...totals };
  return { kind: 'accepted', checked };
}

interface Checking {
  readonly joint: Joint;
  readonly terms: Terms;
  readonly assumptions: readonly Assumption[];
  readonly counts: {
    leaves: number;
    bounds: number;
    witnesses: number;
    cells: number;
    uncertified: number;
    undecided: number;
  };
}

type Rejected = Extract<Verdict, { kind: 'rejected' }>;

function rejected(code: CertificateCode, place: LocalText): Rejected {
  return { kind: 'rejected', code, place };
}

/** What each assumption is about, then whether it is kept where it must be. */
function checkAssumptions(checking: Checking): Rejected | undefined {
  const { joint, assumptions } = checking;
  for (const [at, { kind, condition }] of assumptions.entries()) {
    const isFine =
      kind === 'fact' ? sidesOf(joint, condition).length > 0 : isAboutState(joint, condition);
    if (!isFine) return rejected('certificate-unknown-assumption', placeOfAssumption(at));
  }
  for (const [at, assumption] of assumptions.entries()) {
    if (assumption.kind === 'fact') continue;
    for (const side of ['before', 'after'] as const) {
      const wrong = checkTree(checking, assumption[side], {
        place: nameOfAssumption(joint, at, assumption),
        otherwise: 'certificate-assumption-not-kept',
        mayRefuse: (by) => {
          const other = assumptions[by];
          return other !== undefined && isUsableOn(joint, side, other);
        },
        isShown: (known) => stateKept(joint, known, side, assumption) === true,
        mayBeOpen: () => false,
      });
      if (wrong) return wrong;
    }
  }
  return undefined;
}

/** One that may be no expression at all. */
function placeOfAssumption(at: number): LocalText {
  return { zh: `前提 ${at + 1}`, en: `assumption ${at + 1}` };
}

function nameOfAssumption({ before }: Joint, at: number, { condition }: Assumption): LocalText {
  const index = indexModule(before.program);
  return {
    zh: `前提 ${at + 1}（${printExpr(condition, index, 'zh')}）`,
    en: `assumption ${at + 1} (${printExpr(condition, index, 'en')})`,
  };
}

/** Every result that both sides have, each once. */
function checkKeys(
  { before, after }: Joint,
  results: readonly CertifiedResult[],
): Rejected | undefined {
  const others = resultsOf(after.program);
  const wanted = [...resultsOf(before.program).values()].filter(({ key }) => others.has(key));
  const keys = results.map(({ key }) => key);
  const missing = wanted.find(({ key }) => keys.filter((each) => each === key).length !== 1);
  if (missing) return rejected('certificate-result-missing', placeOfResult(missing));
  const unknown = keys.find((key) => !wanted.some((each) => each.key === key));
  if (unknown === undefined) return undefined;
  return rejected('certificate-result-missing', { zh: unknown, en: unknown });
}

function placeOfResult({ name, accumulator }: Pick<Result, 'name' | 'accumulator'>): LocalText {
  const isState = accumulator !== undefined;
  return {
    zh: `「${name}」${isState ? '（结算之后）' : ''}`,
    en: `“${name}”${isState ? ' (after the claim)' : ''}`,
  };
}

function checkResult(
  checking: Checking,
  { claims, tree }: CertifiedResult,
  pair: readonly [Result, Result],
): Rejected | undefined {
  const { joint, counts } = checking;
  const place = placeOfResult(pair[0]);
  if (!covers(joint, claims)) return rejected('certificate-cells-not-covered', place);
  if (!claims.every((claim) => isFounded(claim, pair[0]))) {
    return rejected('certificate-state-unfounded', place);
  }
  const here = (known: Known): readonly Claim[] =>
    claims.filter((claim) => isCertified(claim) && coverage(joint, known, claim) !== 'none');
  const wrong = checkTree(checking, tree, {
    place,
    otherwise: 'certificate-not-shown',
    mayRefuse: (at) => checking.assumptions[at] !== undefined,
    isShown: (known, leaf) => {
      const own = here(known);
      const difference = differenceOf(joint, known, pair);
      counts.bounds += own.length;
      return own.every((claim) => isMet(claim, difference, known, leaf));
    },
    mayBeOpen: (known) => here(known).length === 0,
  });
  if (wrong) return wrong;
  for (const claim of claims) {
    counts.cells += 1;
    if (claim.state === 'undecided') counts.undecided += 1;
    else if (!isCertified(claim)) counts.uncertified += 1;
    counts.witnesses += claim.witnesses.length;
    const code = replayWitnesses(joint, claim, { pair, assumptions: checking.assumptions });
    if (code) return rejected(code, place);
  }
  return undefined;
}

/** Whether every combination of listed facts lies in a claim. */
function covers(joint: Joint, claims: readonly Claim[]): boolean {
  const [first] = claims;
  if (!first) return false;
  const id = claims.flatMap(({ facts }) => [...facts.keys()])[0];
  if (id === undefined) return true;
  const parts = partsOf(joint, id);
  if (!parts) return false;
  return parts.every((value) =>
    covers(
      joint,
      claims
        .filter(({ facts }) => facts.get(id)?.includes(value) ?? true)
        .map((claim) => ({
          ...claim,
          facts: new Map([...claim.facts].filter(([other]) => other !== id)),
        })),
    ),
  );
}

const mostRounding = rational(2n);

/** Whether a claim has the bounds that its state needs. */
function isFounded(claim: Claim, { type }: Result): boolean {
  const { state, low, high, besides } = claim;
  if (low && high && compare(low, high) > 0) return false;
  if (isSameClaim(claim)) return besides.length === 0;
  if (state !== 'rounding') return true;
  if (type.kind !== 'money' || !low || !high) return false;
  return compare(negate(low), mostRounding) <= 0 && compare(high, mostRounding) <= 0;
}

interface LeafCheck {
  readonly place: LocalText;
  readonly otherwise: CertificateCode;
  readonly mayRefuse: (assumption: number) => boolean;
  readonly isShown: (known: Known, leaf: Extract<Tree, { kind: 'shown' }>) => boolean;
  readonly mayBeOpen: (known: Known) => boolean;
}

/** Every leaf of a tree: its two sides are a question answered and the same question denied, so they cover all. */
function checkTree(checking: Checking, tree: Tree, check: LeafCheck): Rejected | undefined {
  const { joint, terms, counts } = checking;
  const first = nothingKnown(terms, joint.domains);
  const open: { readonly tree: Tree; readonly known: Known }[] = [{ tree, known: first }];
  let leaf = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { known, tree: own } = next;
    if (own.kind === 'ask') {
      const { question, yes, no } = own;
      open.push({ tree: no, known: withAnswer(known, question, false) });
      open.push({ tree: yes, known: withAnswer(known, question, true) });
      continue;
    }
    leaf += 1;
    counts.leaves += 1;
    const code = faultOfLeaf(checking, own, known, check);
    if (!code) continue;
    const { zh, en } = check.place;
    return rejected(code, { zh: `${zh}，第 ${leaf} 块`, en: `${en}, part ${leaf}` });
  }
  return undefined;
}

function faultOfLeaf(
  { joint, assumptions }: Checking,
  leaf: Exclude<Tree, { kind: 'ask' }>,
  known: Known,
  check: LeafCheck,
): CertificateCode | undefined {
  // Of no case at all everything is true.
  if (isEmpty(known)) return undefined;
  switch (leaf.kind) {
    case 'impossible':
      return isContradiction(known, leaf.by) ? undefined : 'certificate-not-impossible';
    case 'refused': {
      const assumption = assumptions[leaf.assumption];
      const isRefused =
        assumption &&
        check.mayRefuse(leaf.assumption) &&
        refuses(joint, known, assumption) === true;
      return isRefused ? undefined : 'certificate-not-impossible';
    }
    case 'shown':
      return check.isShown(known, leaf) ? undefined : check.otherwise;
    case 'open':
      return check.mayBeOpen(known) ? undefined : 'certificate-left-open';
  }
}
