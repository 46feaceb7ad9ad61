import { parseDate } from '@tiaoli/base';
import { emitJsonSchema } from '@tiaoli/compiler';
import type { OpenedVersion } from './open-version.ts';

/** JSON Schemas of what a case of a document gives and of what settling it gives back, as `tiaoli compile` writes them. */
export type CaseVariables = ReturnType<typeof emitJsonSchema>;

/** The variables of a version; undefined where it has errors. */
export function versionVariables({
  version,
  parts: [{ policies }],
}: OpenedVersion): CaseVariables | undefined {
  const { module } = policies.lower(version.path, parseDate(version.effectiveFrom));
  return module && emitJsonSchema(module);
}
