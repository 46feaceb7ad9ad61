import type { Diagnostic } from '@tiaoli/base';
import { sortDiagnostics } from '@tiaoli/base';
import { checkDelegations } from '@tiaoli/compiler';
import type { Module } from '@tiaoli/ir';
import type { VersionWindows } from '@tiaoli/language';
import { lacksRows, versionWindows } from '@tiaoli/language';
import { joinGaps } from '@tiaoli/regions';
import { lateFindingsIn } from './late-findings.ts';
import type { Session } from './session.ts';

/**
 * All that there is to say about one file: findings of the language, what lowering adds, values that overstep their
 * delegation, and what the analyses have found so far.
 *
 * @param isShown true for files whose own findings the author sees: that they are left out of others is not said twice
 */
export function findingsOf(
  { workspace }: Session,
  path: string,
  isShown: (path: string) => boolean,
): readonly Diagnostic[] {
  const found = workspace.findingsIn(path);
  // An error here keeps it from being lowered; one below is told where it stands.
  if (found.some(({ severity }) => severity === 'error')) {
    const lacking = found.some(lacksRows) ? workspace.lowerWithoutRows(path)?.module : undefined;
    return lacking ? joinGaps(found, lateFindingsIn(lacking, path), lacksRows) : found;
  }
  const { module, diagnostics } = workspace.lower(path);
  if (module === undefined) return found;
  const windows = versionWindows(workspace);
  const modules = workspace
    .stretches(path)
    .flatMap(({ from }) => workspace.lower(path, from).module ?? []);
  const later = [
    ...diagnostics.filter((each) => !isToldElsewhere(each, isShown)),
    ...modules.flatMap((each) => delegationsOf(each, windows)),
    ...lateFindingsIn(module, path),
  ].filter(({ span }) => span.file === path);
  return later.length === 0 ? found : sortDiagnostics([...found, ...later]);
}

function isToldElsewhere(
  { code, related }: Diagnostic,
  isShown: (path: string) => boolean,
): boolean {
  return code === 'left-out-overlay' && related.some(({ span }) => isShown(span.file));
}

/** Of a module beside these versions of its documents, which are none of its own. */
const known = new WeakMap<Module, { readonly beside: string; readonly found: Found }>();

type Found = readonly Diagnostic[];

function delegationsOf(module: Module, windows: VersionWindows): Found {
  const beside = JSON.stringify([...windows]);
  const kept = known.get(module);
  if (kept?.beside === beside) return kept.found;
  const found = checkDelegations(module, { windows });
  known.set(module, { beside, found });
  return found;
}
