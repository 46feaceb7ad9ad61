import type { LocalText, TextLanguage } from '@tiaoli/base';
import type { Declaration, Program } from '@tiaoli/ir';
import type { MissingField } from './case-result.ts';
import { printedResults } from './encode-outputs.ts';
import type { SettledClaim, Settlement } from './settle-claims.ts';

type Declarations = readonly Declaration[];

/**
 * What a form must still ask for, in the order in which the claims need it, each question once a claim.
 *
 * Evaluation is demand-driven: an input that no output of this case needs is not asked for.
 */
export function missingFields(
  { claims }: Settlement,
  declarations: Declarations,
  language: TextLanguage,
): readonly MissingField[] {
  return claims.flatMap((claim) =>
    [...missingInputs(claim)].map((input) => ({
      claim: claim.id,
      ...describeInput(input, declarations, language),
    })),
  );
}

function missingInputs(claim: SettledClaim): ReadonlySet<string> {
  if (claim.kind === 'waiting') return new Set(claim.inputs);
  const missing = new Set<string>();
  for (const definition of wantedDefinitions(claim.program)) {
    const outcome = claim.outcomes.get(definition);
    if (outcome?.status !== 'missing') continue;
    for (const field of outcome.fields) missing.add(field);
    const lacksDate = outcome.causes.some(({ cause }) => cause === 'no-version');
    if (lacksDate) for (const date of claim.unknownDates) missing.add(date);
  }
  return missing;
}

/** The outputs of the program; all its results where it declares none. */
function wantedDefinitions(program: Program): readonly string[] {
  const wanted = program.outputs.map(({ definition }) => definition);
  return wanted.length > 0
    ? wanted
    : printedResults(program).map(({ definition }) => definition.id);
}

function describeInput(
  id: string,
  declarations: Declarations,
  language: TextLanguage,
): MissingField {
  const found = declarations.find(
    (each) => each.id === id && (each.kind === 'input' || each.kind === 'entity'),
  );
  const field = found?.name ?? id;
  const asked = found?.kind === 'input' ? found.question : undefined;
  return { field, question: asked ?? question(field, found?.alias)[language] };
}

function question(name: string, alias: string | undefined): LocalText {
  return { zh: `请填写${name}。`, en: `Please give ${alias ?? name}.` };
}
