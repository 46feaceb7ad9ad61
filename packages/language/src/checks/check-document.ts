import type { Diagnostic } from '@tiaoli/base';
import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import type { LinkedFile } from '../link-documents.ts';
import type { CheckCode } from '../messages.ts';
import type { CheckContext } from './check.ts';
import { checks } from './checks.ts';
import { withoutExempted } from './exemptions.ts';

/** What all checks find in one file, without what an author has exempted; the surface is not looked at again. */
export function checkDocument(
  linked: LinkedFile,
  all: ReadonlyMap<string, LinkedFile>,
): readonly Diagnostic[] {
  const { document, open } = linked;
  const context: CheckContext = {
    document,
    scope: document.scope,
    linked,
    all,
    nodes: nodesByType(open.file) as CheckContext['nodes'],
  };
  if (isWhole(linked, all)) {
    const found = checks.flatMap((check) => check(context));
    return withoutExempted(found, context);
  }
  const found = checks.flatMap((check) => attempt(() => check(context)));
  return found.filter((each) => !followsFromBreak(each, linked));
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
  for (const node of AstUtils.streamAst(file)) {
    const known = byType.get(node.$type);
    if (known) known.push(node);
    else byType.set(node.$type, [node]);
  }
  return (type) => byType.get(type) ?? [];
}
