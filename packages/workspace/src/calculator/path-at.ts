import type { Span } from '@tiaoli/base';
import type { JsonNode } from '@tiaoli/settlement';

/** The innermost part of a case that holds `span`, as `claims[0].items[1].金额`; empty for the case itself. */
export function pathAt(node: JsonNode, span: Span, path = ''): string {
  if (node.kind === 'object') {
    const member = node.members.find(
      ({ keySpan, value }) => holds(keySpan, span) || holds(value.span, span),
    );
    if (!member) return path;
    return pathAt(member.value, span, path === '' ? member.key : `${path}.${member.key}`);
  }
  if (node.kind !== 'array') return path;
  const at = node.items.findIndex((item) => holds(item.span, span));
  const item = node.items[at];
  return item ? pathAt(item, span, `${path}[${at}]`) : path;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start.offset <= inner.start.offset && inner.end.offset <= outer.end.offset;
}
