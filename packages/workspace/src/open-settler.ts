import type { DayNumber, Diagnostic, Validity } from '@tiaoli/base';
import { fileSpan, intersectValidity } from '@tiaoli/base';
import type { ReferenceData } from '@tiaoli/ir';
import type { CompiledVersion, ProgramSource, Vocabulary } from '@tiaoli/settlement';
import {
  compiledVersions,
  createProgramSource,
  vocabularyOf,
  withSlotProbes,
} from '@tiaoli/settlement';
import { versionSpans } from './list-versions.ts';
import { report } from './messages.ts';
import type { Policies } from './open-policies.ts';
import type { DocumentReference } from './resolve-reference.ts';
import { withoutRepeats } from './without-repeats.ts';

/** A document made ready to settle cases: what one case needs is kept for the next. */
export interface CaseSettler {
  readonly reference: DocumentReference;
  readonly versions: readonly CompiledVersion[];
  readonly vocabulary: Vocabulary;
  readonly programs: ProgramSource;
}

/** For which place, on which day, and whether the numbers of each slot are wanted for a ladder. */
export interface SettleTarget {
  readonly jurisdiction?: string;
  readonly on?: DayNumber;
  readonly explained?: boolean;
}

/** A document among the policies of some days. */
export interface PoliciesOfDays {
  readonly policies: Policies;
  readonly reference: DocumentReference;
  readonly days: Validity;
}

interface OpenedSettler {
  readonly settler?: CaseSettler;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles every version of a document that a case may need.
 *
 * @param target.on  the day whose rules are wanted for every claim; else each claim is settled under the rules of its
 *                   own governing dates
 * @returns beside a settler, warnings: documents that were left out of it
 */
export function openSettler(
  policies: Policies,
  reference: DocumentReference,
  target: SettleTarget = {},
): OpenedSettler {
  return openSettlerOver([{ policies, reference, days: {} }], target);
}

/**
 * The same where other documents change in the course of a case: each claim is settled among the policies of its day.
 *
 * @param parts  oldest first; of one document, and no day is in two of them
 */
export function openSettlerOver(
  parts: readonly [PoliciesOfDays, ...PoliciesOfDays[]],
  target: SettleTarget = {},
): OpenedSettler {
  const [{ reference }] = parts;
  const versions: CompiledVersion[] = [];
  const warnings: Diagnostic[] = [];
  for (const part of parts) {
    for (const header of headersOfDays(part)) {
      const { language } = part.policies;
      const { versions: own, diagnostics } = compiledVersions(language, header);
      if (own.length === 0) {
        return { diagnostics: [notUsable(diagnostics, header.path), ...diagnostics] };
      }
      warnings.push(...diagnostics);
      versions.push(...own.map((each) => (target.explained ? withProbes(each) : each)));
    }
  }
  const [newest] = versions.toReversed();
  const vocabulary = newest && vocabularyOf(mergedModule(versions));
  if (!vocabulary) {
    const span = newest?.header.span ?? fileSpan(reference.id);
    return { diagnostics: [report('nothing-to-settle', { id: reference.id }, span)] };
  }
  const on = target.on ?? reference.on;
  const { jurisdiction } = target;
  const programs = createProgramSource({
    versions,
    reference: mergedReference(parts.map(({ policies }) => policies.reference)),
    ...(jurisdiction !== undefined && { jurisdiction }),
    ...(on !== undefined && { on }),
  });
  const settler = { reference, versions, vocabulary, programs };
  return { settler, diagnostics: withoutRepeats(warnings) };
}

function withProbes({ header, module }: CompiledVersion): CompiledVersion {
  return { header, module: withSlotProbes(module) };
}

/** Each file once, the end of one version set by the start of the next, as far as it lies in the days. */
function headersOfDays({ reference, days }: PoliciesOfDays): readonly CompiledVersion['header'][] {
  const byPath = Map.groupBy(versionSpans(reference.headers), ({ header }) => header.path);
  return [...byPath.values()].flatMap((spans) => {
    const [first] = spans;
    const to = spans.at(-1)?.to;
    if (!first) return [];
    const own = { from: first.from, ...(to !== undefined && { to }) };
    const both = intersectValidity(own, days);
    return both ? [{ ...first.header, ...both }] : [];
  });
}

/** Rows are found by the hash of what they say, so that those of several days stand beside each other. */
function mergedReference([first, ...others]: readonly ReferenceData[]): ReferenceData {
  const all = [first, ...others].flatMap((each) => [...(each?.catalogues ?? [])]);
  return { ...first, catalogues: new Map(all) };
}

/** All words of all versions: a case may span two of them. */
function mergedModule(versions: readonly CompiledVersion[]) {
  const modules = versions.map(({ module }) => module);
  const declarations = new Map(
    modules.flatMap((module) => module.declarations).map((each) => [each.id, each]),
  );
  return {
    declarations: [...declarations.values()],
    accumulators: modules.flatMap((module) => module.accumulators),
    definitions: modules.flatMap((module) => module.definitions),
  };
}

function notUsable(diagnostics: readonly Diagnostic[], path: string): Diagnostic {
  const count = diagnostics.filter(({ severity }) => severity === 'error').length;
  return report('policy-has-errors', { count }, fileSpan(path));
}
