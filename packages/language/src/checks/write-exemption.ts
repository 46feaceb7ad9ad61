import type { Diagnostic, Fix } from '@tiaoli/base';
import { behind, fixOf } from '@tiaoli/base';
import type { AstNode, CstNode } from 'langium';
import { AstUtils, CstUtils } from 'langium';
import type { CheckCode } from '../messages.ts';
import { languageMessages } from '../messages.ts';
import { spanOf, spanOfCst } from '../span-of.ts';
import { isWithin, laterWarnings, wholeOf } from './exemptions.ts';

/** They are about the words that would accept them. */
const aboutExemptions: ReadonlySet<string> = new Set<CheckCode>([
  'exempted-error',
  'unknown-exemption',
  'unused-exemption',
]);

/** Statements whose 豁免 reaches the packages behind this one. */
const wholeDeclarations: ReadonlySet<string> = new Set([
  'Definition',
  'Derogation',
  'Determination',
  'Layer',
  'Parameter',
  'Table',
  'Waterfall',
]);

/** The 豁免 that accepts a warning or a note of the file, on the smallest statement around it; its reason is to be written. */
export function exemptionOf({ code, severity, span }: Diagnostic, file: AstNode): Fix | undefined {
  const isKnown = code in languageMessages || laterWarnings.has(code);
  if (severity === 'error' || !isKnown || aboutExemptions.has(code)) return undefined;
  let smallest: AstNode | undefined;
  for (const node of AstUtils.streamAst(file)) {
    if (!('annotations' in node) || !isWithin(span, spanOf(wholeOf(node)))) continue;
    if (laterWarnings.has(code) && !wholeDeclarations.has(node.$type)) continue;
    if (!smallest || isWithin(spanOf(wholeOf(node)), spanOf(wholeOf(smallest)))) smallest = node;
  }
  const last = smallest?.$cstNode && endOfHead(smallest.$cstNode);
  if (!last) return undefined;
  const fix = fixOf(behind(` 豁免 ${code} "原因"`), spanOfCst(last, span.file));
  return { ...fix, title: { zh: `豁免 ${code}（写明原因）`, en: `waive ${code} (say why)` } };
}

/** The part of a statement behind which annotations stand: all of it, or what comes before its own block. */
function endOfHead(statement: CstNode): CstNode | undefined {
  const leaves = CstUtils.flattenCst(statement).toArray();
  const last = leaves.at(-1);
  if (last?.text !== '}' && last?.text !== '｝') return last;
  let depth = 0;
  for (let index = leaves.length - 1; index > 0; index -= 1) {
    const { text } = leaves[index] as CstNode;
    if (text === '}' || text === '｝') depth += 1;
    if (text === '{' || text === '｛') depth -= 1;
    if (depth === 0) return leaves[index - 1];
  }
  return undefined;
}
