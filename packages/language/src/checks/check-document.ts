import type { Diagnostic } from '@tiaoli/base';
import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import type { LinkedFile } from '../link-documents.ts';
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
  const run = (): readonly Diagnostic[] => checks.flatMap((check) => check(context));
  if (open.syntax.length === 0) return withoutExempted(run(), context);
  // A statement that could not be read lacks parts that its type promises. Until it is mended, findings about the
  // rest are kept as far as the checks get; the mistake itself is reported.
  const broken = open.syntax.map(({ span }) => span.start.line);
  return checks
    .flatMap((check) => attempt(() => check(context)))
    .filter(({ span }) => !broken.some((line) => span.start.line <= line && line <= span.end.line));
}

function attempt(check: () => readonly Diagnostic[]): readonly Diagnostic[] {
  try {
    return check();
  } catch {
    return [];
  }
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
