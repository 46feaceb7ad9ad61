import type {
  Declaration,
  Definition,
  LayerDeclaration,
  Program,
  WaterfallDeclaration,
} from '@tiaoli/ir';
import type { Observed, ObservedLayer } from './scenario.ts';

/** What of a program is read in a run; undefined where no 层序 of its own says who pays what. */
export function observeProgram(program: Program): Observed | undefined {
  const waterfall = ofKind(program.declarations, 'waterfall').find((each) =>
    program.outputs.some(
      ({ field, definition }) => field === 'psn_part_amt' && definition === each.results.个人负担,
    ),
  );
  const { 个人负担: person, 现金: cash } = waterfall?.results ?? {};
  if (!waterfall || person === undefined || cash === undefined) return undefined;
  const total = totalOf(waterfall);
  const layers = layersOf(waterfall, program);
  const observed = { ...program, definitions: [...program.definitions, total] };
  const outputs = outputsOf(observed, layers, [total.id, person, cash]);
  return { program: observed, layers, total: total.id, person, cash, outputs };
}

function ofKind<Kind extends Declaration['kind']>(
  declarations: readonly Declaration[],
  kind: Kind,
): readonly Extract<Declaration, { kind: Kind }>[] {
  return declarations.filter(
    (each): each is Extract<Declaration, { kind: Kind }> => each.kind === kind,
  );
}

/** The total of a 层序 as a definition of its own, so that it can be held against what the layers pay. */
function totalOf({ id, entity, total, span }: WaterfallDeclaration): Definition {
  return {
    id: `${id}.总额`,
    name: '总额',
    entity,
    type: { kind: 'money' },
    optional: false,
    body: total,
    origin: { declaration: id, span },
    visibility: 'result',
  };
}

function layersOf(
  { steps }: WaterfallDeclaration,
  { declarations, definitions }: Program,
): readonly ObservedLayer[] {
  const layers = ofKind(declarations, 'layer');
  const funds = new Set(
    ofKind(declarations, 'enumeration')
      .filter(({ name }) => name === '支付方')
      .flatMap(({ members }) => members.filter(({ marks }) => marks.includes('基金')))
      .map(({ name }) => name),
  );
  return steps
    .flatMap((step) => step.layers.flatMap((id) => layers.filter((layer) => layer.id === id)))
    .flatMap(({ name, payer, results: { 支付: definition } }) =>
      definition !== undefined && definitions.some(({ id }) => id === definition)
        ? [{ layer: name, payer, isFund: funds.has(payer), definition }]
        : [],
    );
}

/** Amounts of the layers that pay, and those that the document itself gives; a name that two have is the first's. */
function outputsOf(
  program: Program,
  layers: readonly ObservedLayer[],
  own: readonly string[],
): Observed['outputs'] {
  const declared = ofKind(program.declarations, 'layer').filter(isAmong(layers));
  const wanted = new Set([...own, ...declared.flatMap(({ results }) => Object.values(results))]);
  const found = program.definitions.filter(
    ({ id, type, visibility }) =>
      visibility === 'result' &&
      type.kind === 'money' &&
      (wanted.has(id) || id.startsWith(`${program.document}/`)),
  );
  const byName = new Map<string, string>();
  for (const { name, id } of found) if (!byName.has(name)) byName.set(name, id);
  return [...byName].map(([name, definition]) => ({ name, definition }));
}

function isAmong(layers: readonly ObservedLayer[]): (layer: LayerDeclaration) => boolean {
  const paid = new Set(layers.map(({ definition }) => definition));
  return ({ results: { 支付: definition } }) => definition !== undefined && paid.has(definition);
}
