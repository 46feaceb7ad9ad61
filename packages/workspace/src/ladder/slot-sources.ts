import type { Declaration, Expr, LayerSlot, Program, Provenance } from '@tiaoli/ir';
import { walkExpr } from '@tiaoli/ir';
import type { DocumentNames } from '../clause-text.ts';
import { clauseText } from '../clause-text.ts';
import { probedParts } from './slot-probes.ts';

/**
 * Where the number of a slot is laid down: the slot's own clause, and for each parameter that it names the clause of
 * the value in force, a lower document's where it has set one.
 */
export function slotSources(
  slot: LayerSlot,
  layer: Declaration,
  { declarations }: Program,
  names: DocumentNames,
): readonly string[] {
  const own = sourceText(slot.clause ?? layer.clause, slot.provenance, layer, names);
  const parameters = new Set(probedParts(slot).flatMap(([, expr]) => parametersIn(expr)));
  const set = [...parameters].flatMap((id) => {
    const declared = declarations.find((each) => each.id === id);
    const fills = declarations.filter((each) => each.kind === 'fill' && each.parameter === id);
    const origins = fills.length > 0 ? fills : declared ? [declared] : [];
    return origins.map((each) => sourceText(each.clause, each.provenance, each, names));
  });
  return [...new Set([own, ...set])];
}

function parametersIn(expr: Expr): readonly string[] {
  const found: string[] = [];
  walkExpr(expr, (each) => {
    if (each.kind === 'parameter') found.push(each.parameter);
  });
  return found;
}

/** `鲁政办发〔2022〕12号 条「五」`, with the grade where the value is not from the document itself. */
function sourceText(
  clause: Declaration['clause'],
  provenance: Provenance | undefined,
  { document }: Declaration,
  names: DocumentNames,
): string {
  const text = clauseText(clause ?? { document, path: [] }, names);
  const grade = provenance?.grade;
  if (grade === undefined || grade === 'A' || grade === 'B') return text;
  return grade === 'illustrative' ? `${text}（示例）` : `${text}（等级${grade}）`;
}
