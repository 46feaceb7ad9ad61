import { parseSync, Visitor } from 'oxc-parser';
import type { SourceFile } from './source-tree.ts';

/** What the style forbids and Biome has no rule for, one sentence each. */
export function styleViolations({ path, text }: SourceFile): readonly string[] {
  const found: string[] = [];
  const report = ({ start }: { readonly start: number }, rule: string): void => {
    found.push(`${path}:${text.slice(0, start).split('\n').length} ${rule}`);
  };
  const { program, comments } = parseSync(path, text);
  new Visitor({
    ExportNamedDeclaration(node) {
      if (node.declaration?.type !== 'VariableDeclaration') return;
      const arrow = node.declaration.declarations.some(
        ({ init }) => init?.type === 'ArrowFunctionExpression',
      );
      if (arrow) report(node, 'exports an arrow; write a function');
    },
    ClassDeclaration(node) {
      const framework = node.superClass !== null || (node.implements ?? []).length > 0;
      if (!framework) report(node, 'declares a class that no framework asks for');
    },
  }).visit(program);
  for (const comment of comments) {
    if (/\b(?:TODO|FIXME|XXX|HACK)\b/.test(comment.value)) report(comment, 'leaves work to do');
  }
  return found;
}
