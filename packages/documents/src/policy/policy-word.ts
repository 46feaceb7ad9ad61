import type { PolicySources } from '@tiaoli/compiler';
import { policyParts } from '@tiaoli/compiler';
import type { Module } from '@tiaoli/ir';
import { policyPaper } from './policy-paper.ts';
import { printPolicyWord } from './print-policy.ts';

/**
 * The document of a module as a Word file, in the layout of official papers: every clause under its number with its words
 * and its source, tables as tables, the rules as they were written with their values. `tiaoli import` finds each of its
 * clauses and cells again. Undefined where the file of the document is not among `sources`.
 */
export async function policyWord(
  module: Module,
  sources: PolicySources,
): Promise<Uint8Array | undefined> {
  const parts = policyParts(module, sources);
  return parts && printPolicyWord(policyPaper(parts));
}
