/** One sentence or numbered point of a source, and where it went. */
export interface SourcePoint {
  /** `paragraph.sentence`, ascending in both, the first of each being 1. */
  readonly point: string;
  /** A key phrase as the source has it (English where only a rendering was seen). */
  readonly says: string;
  /** What it means, in Chinese. */
  readonly means: string;
  /** `document/clause`, the parts of a nested clause each behind a further `/`. */
  readonly clauses?: readonly string[];
  /** Why nothing of a policy stands there: a caption, a line of the editor. */
  readonly noPolicy?: string;
}

/** A source text, point by point. */
export interface SourceText {
  readonly source: string;
  /** Documents of which every clause follows from this source or from what `beside` names. */
  readonly documents: readonly string[];
  readonly points: readonly SourcePoint[];
  /** Clauses that no point of the source holds, each with what they rest on. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** A clause as the policies have it. */
export interface StandingClause {
  readonly id: string;
  readonly document: string;
  /** True when it says that it renders a source (转述) or quotes one. */
  readonly isAttributed: boolean;
}

/** What is wrong with the accounting: nothing when every point has its clauses and every clause its points. */
export function accountingFaults(
  texts: readonly SourceText[],
  standing: readonly StandingClause[],
): readonly string[] {
  const known = new Map(standing.map((clause) => [clause.id, clause]));
  const rendered = new Set(texts.flatMap(renderedClauses));
  const named = new Set([...rendered, ...texts.flatMap(({ beside = {} }) => Object.keys(beside))]);
  const accounted = new Set(texts.flatMap(({ documents }) => documents));
  const documents = new Set(standing.map(({ document }) => document));
  return [
    ...texts.flatMap(pointFaults),
    ...[...accounted].filter((id) => !documents.has(id)).map((id) => `no document ${id}`),
    ...[...named].filter((id) => !known.has(id)).map((id) => `no clause ${id}`),
    ...[...rendered]
      .filter((id) => known.get(id)?.isAttributed === false)
      .map((id) => `${id} says of no source that it renders it`),
    ...standing
      .filter(({ id, document }) => accounted.has(document) && !named.has(id))
      .map(({ id }) => `no point names ${id}`),
  ];
}

function renderedClauses({ points }: SourceText): readonly string[] {
  return points.flatMap(({ clauses = [] }) => clauses);
}

function pointFaults({ source, points, beside = {} }: SourceText): readonly string[] {
  const reasons = Object.entries(beside).filter(([, reason]) => !isChinese(reason));
  return [
    ...(points.length > 0 ? [] : [`${source}: no points`]),
    ...points.flatMap((each, index) => ownFaults(each, points[index - 1])),
    ...reasons.map(([clause]) => `${clause} stands beside without a reason`),
  ];
}

function ownFaults(each: SourcePoint, before: SourcePoint | undefined): readonly string[] {
  const hasClauses = (each.clauses ?? []).length > 0;
  const faults = [
    follows(each.point, before?.point) ? '' : `does not follow ${before?.point ?? 'the beginning'}`,
    each.says.trim() === '' ? 'quotes nothing' : '',
    isChinese(each.means) ? '' : 'is not rendered in Chinese',
    hasClauses === isChinese(each.noPolicy ?? '') ? 'needs clauses or a reason, not both' : '',
  ];
  return faults.filter((fault) => fault !== '').map((fault) => `point ${each.point} ${fault}`);
}

/** True for the next sentence of the same paragraph, and for the first one of the next. */
function follows(point: string, before = '0.0'): boolean {
  const [paragraph = 0, sentence = 0] = numbers(point);
  const [lastParagraph = 0, lastSentence = 0] = numbers(before);
  return paragraph === lastParagraph
    ? sentence === lastSentence + 1
    : paragraph === lastParagraph + 1 && sentence === 1;
}

function numbers(point: string): readonly number[] {
  return /^\d+\.\d+$/.test(point) ? point.split('.').map(Number) : [];
}

function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
