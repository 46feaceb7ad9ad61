import type { LocalText } from '@tiaoli/base';
import type { Declaration, InputDeclaration, Program } from '@tiaoli/ir';
import { walkExpr } from '@tiaoli/ir';
import { printedResults } from './encode-outputs.ts';
import type { SettledClaim, Settlement } from './settle-claims.ts';

type Declarations = readonly Declaration[];

/** An input that an output still needs, or an entity of which no records are given. */
export interface MissingInput {
  readonly claim: string;
  /** Position of the claim among those settled. */
  readonly position: number;
  readonly id: string;
  /** Entity on which it is declared. */
  readonly entity: string | undefined;
  readonly name: string;
  readonly question: LocalText;
}

/**
 * What a form must still ask for, in the order in which the claims need it, each question once a claim.
 *
 * Evaluation is demand-driven: an input that no output of this case needs is not asked for.
 */
export function missingInputs(
  { claims }: Settlement,
  declarations: Declarations,
): readonly MissingInput[] {
  return claims.flatMap((claim, position) =>
    [...missingIds(claim)].map((id) => ({
      claim: claim.id,
      position,
      id,
      ...describeInput(id, declarations),
    })),
  );
}

function missingIds(claim: SettledClaim): ReadonlySet<string> {
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
export function wantedDefinitions(program: Program): readonly string[] {
  const wanted = program.outputs.map(({ definition }) => definition);
  return wanted.length > 0
    ? wanted
    : printedResults(program).map(({ definition }) => definition.id);
}

function describeInput(
  id: string,
  declarations: Declarations,
): Pick<MissingInput, 'entity' | 'name' | 'question'> {
  const found = declarations.find(
    (each) => each.id === id && (each.kind === 'input' || each.kind === 'entity'),
  );
  const name = found?.name ?? id;
  const entity = found?.kind === 'input' ? found.entity : undefined;
  const asked = found?.kind === 'input' ? found.question : undefined;
  const english = `Please give ${found?.alias ?? name}.`;
  const totals = found?.kind === 'entity' ? totalsOf(found.id, declarations) : [];
  if (totals.length === 0) {
    return { entity, name, question: { zh: asked ?? `请填写${name}。`, en: english } };
  }
  const named = totals.map((total) => total.alias ?? total.name).join(', ');
  const question = {
    zh: `请填写${name}；没有${name}的，填写${totals.map((total) => total.name).join('、')}中有的几项即可。`,
    en: `${english} Without them, give those of ${named} that there are.`,
  };
  return { entity, name, question };
}

/** Inputs that stand for the records of `entity` when given themselves: 甲类费用 for 明细. */
function totalsOf(entity: string, declarations: Declarations): readonly InputDeclaration[] {
  return declarations.filter((each): each is InputDeclaration => {
    if (each.kind !== 'input' || !each.default) return false;
    let reads = false;
    walkExpr(each.default, (expr) => {
      reads ||= expr.kind === 'child-aggregate' && expr.entity === entity;
    });
    return reads;
  });
}
