import type { Diagnostic, Span } from '@tiaoli/base';
import { fileSpan, sortDiagnostics } from '@tiaoli/base';
import { checkDelegations } from '@tiaoli/compiler';
import type { Module } from '@tiaoli/ir';
import { verify } from '@tiaoli/ir';
import { headersOf, lacksRows, versionWindows } from '@tiaoli/language';
import type { AnalysableDocument } from '@tiaoli/regions';
import { analyseGaps, analyseTogether, createMemory, joinGaps } from '@tiaoli/regions';
import { report } from './messages.ts';
import type { Policies } from './open-policies.ts';
import { withoutRepeats } from './without-repeats.ts';

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/**
 * Everything there is to say about the policies: `checkStatements`, and what the analyses find, each with a person. That
 * takes seconds for a library of documents.
 *
 * @param only  which files findings are wanted about; all of `policies` is read in any case
 */
export function checkPolicies(policies: Policies, only: Only = () => true): readonly Diagnostic[] {
  const analysed = analysableGroups(policies, only).flatMap(analyseTogether);
  return joined(statedFindings(policies, only), analysed, only);
}

type Only = (path: string) => boolean;

/** Makes the findings of groups of documents, somewhere else; in any order. */
export type Analyse = (
  groups: readonly (readonly AnalysableDocument[])[],
) => Promise<readonly Diagnostic[]>;

/** The same findings as `checkPolicies`; the statements are looked at while the documents are analysed. */
export async function checkPoliciesBeside(
  analyse: Analyse,
  policies: Policies,
  only: Only,
): Promise<readonly Diagnostic[]> {
  const analysed = analyse(analysableGroups(policies, only));
  return joined(statedFindings(policies, only), await analysed, only);
}

function joined(
  stated: readonly Diagnostic[],
  analysed: readonly Diagnostic[],
  only: Only,
): readonly Diagnostic[] {
  const findings = withoutRepeats([...stated, ...analysed]);
  return sortDiagnostics(findings.filter(({ span }) => only(span.file)));
}

function statedFindings(policies: Policies, only: Only): readonly Diagnostic[] {
  return joinGaps(checkStatements(policies, only), gapsIn(policies), lacksRows);
}

/** Documents of one group; more of one folder are a group of their own. */
const MOST_TOGETHER = 40;

/**
 * The documents without errors, those of one folder together: they say much alike.
 *
 * INVARIANT: groups do not depend on who analyses them, so neither do findings: what a question takes of another's proofs
 * is taken within its group.
 */
function analysableGroups(
  policies: Policies,
  only: Only,
): readonly (readonly AnalysableDocument[])[] {
  const documents = headersOf(policies.language).flatMap(({ path }) => {
    if (!only(path)) return [];
    return policies.language.stretches(path).flatMap(({ from }) => {
      const { module } = policies.lower(path, from);
      return module ? [{ module, file: path }] : [];
    });
  });
  const folders = Map.groupBy(documents, ({ file }) =>
    file.split('/').slice(0, -1).slice(0, 2).join('/'),
  );
  return [...folders.values()].flatMap((each) => chunks(each, MOST_TOGETHER));
}

function chunks<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / most);
  return Array.from({ length: count }, (_, at) => items.slice(at * most, (at + 1) * most));
}

/**
 * What the statements themselves show: findings of the language, what lowering adds, delegations that a lower document
 * oversteps, and modules that contradict themselves (a defect of ours). Quick enough for a page to wait for.
 *
 * @param only  as for `checkPolicies`
 */
export function checkStatements(
  policies: Policies,
  only: Only = () => true,
): readonly Diagnostic[] {
  const findings = [
    ...policies.unreadable,
    ...policies.language.findings(),
    ...policies.catalogues.findings,
  ];
  const windows = versionWindows(policies.language);
  for (const { path } of headersOf(policies.language)) {
    for (const { from } of policies.language.stretches(path)) {
      const { module, diagnostics } = policies.lower(path, from);
      findings.push(...diagnostics.filter((each) => !isShownElsewhere(each, only)));
      if (!module) continue;
      findings.push(...checkDelegations(module, { windows }));
      findings.push(
        ...verify(module).map(({ id, message }) =>
          report('broken-module', { id, problem: message }, placeOf(id, module) ?? fileSpan(path)),
        ),
      );
    }
  }
  return sortDiagnostics(withoutRepeats(findings).filter(({ span }) => only(span.file)));
}

/** Whom tables leave out that lack a row, also where another document asks them. */
function gapsIn({ language }: Policies): readonly Diagnostic[] {
  const memory = createMemory();
  return headersOf(language).flatMap(({ path }) => {
    const module = language.lowerWithoutRows(path)?.module;
    return module ? allOf(analyseGaps(module, path, memory)) : [];
  });
}

function allOf(findings: Iterable<Diagnostic | undefined>): readonly Diagnostic[] {
  return [...findings].filter((each) => each !== undefined);
}

/** That a document is left out need not be said where the errors that keep it out are shown themselves. */
function isShownElsewhere({ code, related }: Diagnostic, only: (path: string) => boolean): boolean {
  return code === 'left-out-overlay' && related.some(({ span }) => only(span.file));
}

/** Where the definition or the declaration stands that a problem is in. */
function placeOf(id: string, { definitions, declarations }: Module): Span | undefined {
  const definition = definitions.find((each) => each.id === id);
  return definition?.origin.span ?? declarations.find((each) => each.id === id)?.span;
}

export function countFindings(findings: readonly Diagnostic[]): FindingCounts {
  const count = (severity: Diagnostic['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}
