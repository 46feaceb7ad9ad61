import type { Diagnostic } from '@tiaoli/base';
import type { AstNode } from 'langium';
import { nodesOf } from '../ast-nodes.ts';
import type { LinkedFile } from '../link-documents.ts';
import type { CheckCode } from '../messages.ts';
import type { Check, CheckContext } from './check.ts';
import { checks, checksAmong } from './checks.ts';
import { withoutExempted } from './exemptions.ts';

/** What the checks found in a file by itself and by what it rests on. */
export interface CheckedFile {
  readonly context: CheckContext;
  readonly isWhole: boolean;
  readonly found: readonly Diagnostic[];
}

/** Runs the checks whose answers depend only on the file and on what it rests on. The surface is not looked at again. */
export function checkFile(linked: LinkedFile, all: ReadonlyMap<string, LinkedFile>): CheckedFile {
  const { document, open } = linked;
  const context: CheckContext = {
    document,
    scope: document.scope,
    linked,
    all,
    nodes: nodesByType(open.file) as CheckContext['nodes'],
  };
  const whole = isWhole(linked, all);
  const run = (check: Check): readonly Diagnostic[] => check(context);
  const found = checks.flatMap((check) => (whole ? run(check) : attempt(() => run(check))));
  return { context, isWhole: whole, found };
}

/**
 * All findings of a file among `all` that are open now, without what its author has exempted: what nobody uses is asked
 * again, since the users stand in files above.
 */
export function checkAmong(
  { context, isWhole: whole, found }: CheckedFile,
  all: ReadonlyMap<string, LinkedFile>,
): readonly Diagnostic[] {
  if (!whole) return found.filter((each) => !followsFromBreak(each, context.linked));
  const among = checksAmong.flatMap((check) => check({ ...context, all }));
  return withoutExempted([...found, ...among], context);
}

/** True when the file, and all that it rests on, could be read in full. */
function isWhole(linked: LinkedFile, all: ReadonlyMap<string, LinkedFile>): boolean {
  if (linked.open.syntax.length > 0) return false;
  return ![...all.values()].some(
    ({ open, names }) => open.syntax.length > 0 && linked.basisNames.includes(names),
  );
}

/** A statement that could not be read lacks parts that its type promises, so that a check may stumble over it. */
function attempt(check: () => readonly Diagnostic[]): readonly Diagnostic[] {
  try {
    return check();
  } catch {
    return [];
  }
}

/** Findings that something is missing: it may stand in the statement that could not be read. */
const aboutMissing: ReadonlySet<string> = new Set<CheckCode>([
  'ambiguous-member',
  'clause-without-rules',
  'dimension-without-value',
  'example-without-expectation',
  'layer-in-no-waterfall',
  'misplaced-name',
  'misplaced-remainder',
  'missing-document-header',
  'missing-effective-date',
  'missing-key',
  'missing-otherwise',
  'missing-rounding',
  'missing-slot',
  'no-attachment',
  'payer-not-declared',
  'share-without-rest',
  'state-not-accumulated',
  'unknown-basis',
  'unknown-label',
  'unknown-member',
  'unknown-part',
  'unresolved-name',
  'unused-exemption',
  'unused-name',
]);

/** One mistake, one finding: what is said of a line that could not be read, or may be missing because of it, is left out. */
function followsFromBreak({ code, span }: Diagnostic, { open }: LinkedFile): boolean {
  if (aboutMissing.has(code)) return true;
  return open.syntax.some(
    ({ span: { start } }) => span.start.line <= start.line && start.line <= span.end.line,
  );
}

function nodesByType(file: AstNode): (type: string) => readonly AstNode[] {
  const byType = new Map<string, AstNode[]>();
  for (const node of nodesOf(file)) {
    const known = byType.get(node.$type);
    if (known) known.push(node);
    else byType.set(node.$type, [node]);
  }
  return (type) => byType.get(type) ?? [];
}
