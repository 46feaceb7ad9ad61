import type { Diagnostic, Fix } from '@tiaoli/base';
import type { AstNode } from 'langium';
import { CstUtils } from 'langium';
import { finding, related } from '../messages.ts';
import type { Declared } from '../references/declared.ts';
import { spanOf, spanOfCst } from '../span-of.ts';
import type { CheckContext } from './check.ts';
import { withFixes } from './fixes.ts';
import { foreignLetter, skeleton } from './look-alikes.ts';

/** Names that people can tell apart: no look-alike letters, no two names that look the same, none that is a slot. */
export function checkReadableNames({ scope, nodes, linked }: CheckContext): readonly Diagnostic[] {
  const { own } = scope;
  const members = nodes('Enumeration').flatMap((each) => each.members);
  const named = [
    ...own.all.map(({ name, nodes: [node] }) => ({ name, node: node as AstNode })),
    ...members.map((node) => ({ name: node.name, node: node as AstNode })),
  ];
  const foreign = named.flatMap(({ name, node }) => {
    const found = foreignLetter(name);
    if (!found) return [];
    const fix = respell(linked.open.file, name, name.replaceAll(found.letter, found.meant));
    return [withFixes(finding('look-alike-letter', spanOf(node), { name, ...found }), [fix])];
  });
  return [...foreign, ...checkAlike(scope), ...own.all.flatMap(checkSlotWord)];
}

/** Everywhere in the file, so that the name stays one name. */
function respell(file: AstNode, name: string, right: string): Fix | undefined {
  if (!file.$cstNode) return undefined;
  const { file: path } = spanOf(file);
  const edits = CstUtils.flattenCst(file.$cstNode)
    .filter(({ text }) => text === name || text === `「${name}」`)
    .map((leaf) => ({ span: spanOfCst(leaf, path), text: leaf.text.replace(name, right) }))
    .toArray();
  return { title: { zh: `改为 ${right}`, en: `write ${right}` }, edits };
}

function checkAlike(scope: CheckContext['scope']): readonly Diagnostic[] {
  const bySkeleton = new Map<string, Declared>();
  for (const { all } of [...scope.basis].reverse()) {
    for (const declared of all) bySkeleton.set(skeleton(declared.name), declared);
  }
  return scope.own.all.flatMap((declared) => {
    const { name, nodes } = declared;
    const key = skeleton(name);
    const known = bySkeleton.get(key);
    bySkeleton.set(key, declared);
    if (known === undefined || known.name === name) return [];
    const other = related(spanOf(known.nodes[0]), '另一个在这里', 'the other one is here');
    return [finding('confusable-names', spanOf(nodes[0]), { name, other: known.name }, [other])];
  });
}

/** Slots that a value of the same name stands beside. */
const slotWords: ReadonlySet<string> = new Set([
  '支付方',
  '适用',
  '适用日',
  '基数',
  '费用限额',
  '起付',
  '比例',
  '调整',
  '个人比例',
  '保底',
  '限额',
  '情形',
  '重叠',
  '取整',
]);

const namedLikeSlots: ReadonlySet<string> = new Set(['parameter', 'definition', 'input', 'layer']);

/** Whether `name` is that of a slot, for a kind of name that stands beside slots. */
export function isSlotWord(kind: string, name: string): boolean {
  return namedLikeSlots.has(kind) && slotWords.has(name);
}

function checkSlotWord({ kind, name, nodes }: Declared): readonly Diagnostic[] {
  return isSlotWord(kind, name) ? [finding('slot-word-name', spanOf(nodes[0]), { name })] : [];
}
