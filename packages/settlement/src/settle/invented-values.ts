import { documentAndBasis, gradeAround } from '@tiaoli/compiler';
import type { Declaration, Program } from '@tiaoli/ir';
import type { CompiledVersion } from './program-source.ts';
import type { SettledClaim } from './settle-claims.ts';
import { whatIsRead } from './what-is-read.ts';

/**
 * Names of what the claims were settled with and somebody has invented (等级 示例), in order: values, rules and
 * catalogues. A result that rests on one of them is nobody's policy.
 */
export function inventedValues(claims: readonly SettledClaim[]): readonly string[] {
  const names = claims.flatMap((claim) =>
    claim.kind === 'settled' ? inventedIn(claim.program, claim.version) : [],
  );
  return [...new Set(names)].toSorted();
}

/** Names of what a version, bound as `program`, has of invented values, rules and catalogues. */
export function inventedIn(
  program: Program,
  { header, module }: Pick<CompiledVersion, 'header' | 'module'>,
): readonly string[] {
  const within = documentAndBasis(module);
  const read = whatIsRead(module, header.path);
  const used = new Set([
    ...read.catalogues,
    ...read.parameters,
    ...program.definitions.map(({ origin }) => origin.declaration),
  ]);
  return module.declarations
    .filter(({ id, document }) => used.has(id) && within.has(document))
    .filter((each) => isInvented(each, module.declarations))
    .map(({ name }) => name);
}

/** The declaration itself, or something that is written in it. */
function isInvented(declaration: Declaration, declarations: readonly Declaration[]): boolean {
  return (
    gradeAround(declaration, declarations) === 'illustrative' ||
    JSON.stringify(declaration).includes('"grade":"illustrative"')
  );
}
