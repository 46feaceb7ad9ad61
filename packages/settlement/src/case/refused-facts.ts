import type { Diagnostic } from '@tiaoli/base';
import type { FactFinding } from '@tiaoli/interpreter';
import { checkFacts } from '@tiaoli/interpreter';
import type { InputDeclaration } from '@tiaoli/ir';
import { report } from '../messages.ts';
import type { SettledClaim } from '../settle/settle-claims.ts';
import type { CaseClaim, CaseRecord, Place } from './case-record.ts';

/**
 * Inputs outside their domain, with too many decimals or members, against an invariant, or that the rules in force do
 * not know; each at its place in the case.
 */
export function refusedFacts(
  claim: CaseClaim,
  settled: SettledClaim,
  subjects: readonly CaseRecord[],
): readonly Diagnostic[] {
  if (settled.kind === 'waiting') return [];
  const records = [claim, ...[...claim.children.values()].flat(), ...subjects];
  const refused = checkFacts(settled.program, settled.facts, settled.reference).map((finding) =>
    refuse(finding, records, { claim, subjects }),
  );
  return [...refused, ...foreignFacts(settled, records)];
}

function refuse(
  { code, inputs, records: path, message, hint }: FactFinding,
  records: readonly CaseRecord[],
  { claim, subjects }: { readonly claim: CaseRecord; readonly subjects: readonly CaseRecord[] },
): Diagnostic {
  let child: CaseRecord | undefined;
  for (const { entity, position } of path) {
    const people = subjects.filter((each) => each.entity === entity);
    child = ((child ?? claim).children.get(entity) ?? people)[position];
  }
  const place = placeOf(inputs, child ? [child, ...records] : records) ?? claim;
  return {
    code,
    severity: 'error',
    message: { zh: `${place.path}：${message.zh}`, en: `${place.path}: ${message.en}` },
    span: place.span,
    related: [],
    hint,
  };
}

function placeOf(inputs: readonly string[], records: readonly CaseRecord[]): Place | undefined {
  return records
    .flatMap(({ places }) => inputs.map((input) => places.get(input)))
    .find((place) => place !== undefined);
}

/** Inputs that another place's document declares: here they would be ignored without a word. */
function foreignFacts(
  { program }: Extract<SettledClaim, { kind: 'settled' }>,
  records: readonly CaseRecord[],
): readonly Diagnostic[] {
  const inputs = program.declarations.filter(
    (each): each is InputDeclaration => each.kind === 'input',
  );
  const known = new Set(inputs.map(({ id }) => id));
  const names = inputs.map(({ name }) => name).join('、');
  return records.flatMap(({ places }) => {
    const byPath = Map.groupBy([...places], ([, { path }]) => path);
    return [...byPath].flatMap(([path, same]) => {
      const [first] = same;
      if (!first || same.some(([id]) => known.has(id))) return [];
      return [report('unknown-field', { path, known: names }, first[1].span)];
    });
  });
}
