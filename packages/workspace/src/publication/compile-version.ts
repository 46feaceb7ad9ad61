import { fileSpan } from '@tiaoli/base';
import { encodeModule, meaningHash } from '@tiaoli/ir';
import { checkStatements } from '../check-policies.ts';
import { report } from '../messages.ts';
import type { Policies } from '../open-policies.ts';
import type { Outcome } from '../records/outcome.ts';
import type { Publication } from '../records/policy-store.ts';
import { engineVersion } from './engine-version.ts';

/** A text that is to become a version. */
export interface VersionSource
  extends Pick<Publication, 'documentId' | 'path' | 'effectiveFrom' | 'source' | 'rollbackOfId'> {
  /** What the text may name beside itself, by path. */
  readonly beside: ReadonlyMap<string, Uint8Array>;
}

/** The version that a text of `policies` becomes; refused where it has errors, or holds no document. */
export function compileVersion(policies: Policies, version: VersionSource): Outcome<Publication> {
  const errors = checkStatements(policies, (each) => each === version.path).filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length > 0) return { kind: 'refused', diagnostics: errors };
  return versionOf(policies, version);
}

/** The same of a text that is known to have no errors: to look for them takes as long as reading everything. */
export function versionOf(
  policies: Policies,
  { beside, ...version }: VersionSource,
): Outcome<Publication> {
  const { path } = version;
  const { module } = policies.lower(path);
  // A text without a document has nothing to publish, and no error either.
  if (!module) {
    return { kind: 'refused', diagnostics: [report('nothing-to-publish', {}, fileSpan(path))] };
  }
  const header = policies.language.documents().find((each) => each.path === path);
  // 施行 未见 is no error while a text is written; a version begins on a day.
  if (header?.from === undefined) {
    return { kind: 'refused', diagnostics: [report('no-first-day', {}, fileSpan(path))] };
  }
  const named = new Set(
    policies.language
      .catalogueFiles()
      .filter(({ document }) => document === path)
      .map((file) => file.path),
  );
  return {
    kind: 'done',
    value: {
      ...{ ...version, engineVersion },
      module: new TextEncoder().encode(encodeModule(module)),
      meaningHash: meaningHash(module),
      files: [...beside]
        .filter(([name]) => named.has(name))
        .map(([name, bytes]) => ({ path: name, bytes })),
    },
  };
}
