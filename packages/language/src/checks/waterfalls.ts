import type { Diagnostic } from '@tiaoli/base';
import type { AstNode, Reference } from 'langium';
import { AstUtils } from 'langium';
import type { Layer, Step, Waterfall } from '../generated/ast.ts';
import { isAmendment, isLayer, isShare, isWaterfall } from '../generated/ast.ts';
import { finding, related } from '../messages.ts';
import { ofKind } from '../references/declared-names.ts';
import { spanOf, spanOfCst } from '../span-of.ts';
import type { CheckContext } from './check.ts';

/** 层序: each layer once, cash last, a place for what is put in; remainders and 总/余 only where they mean something. */
export function checkWaterfalls(context: CheckContext): readonly Diagnostic[] {
  return [
    ...context.nodes('Waterfall').flatMap((waterfall) => checkSteps(waterfall, context)),
    ...checkSeveral(context.nodes('Waterfall')),
    ...checkAttachments(context),
    ...checkRemainders(context),
    ...checkShareNames(context),
  ];
}

function layersOf(step: Step): readonly Reference[] {
  if (step.$type === 'LayerStep') return [step.layer];
  return step.$type === 'OneOfStep' ? step.layers : [];
}

function checkSteps(waterfall: Waterfall, context: CheckContext): readonly Diagnostic[] {
  const { steps } = waterfall;
  const order = new Map<string, Reference>();
  const twice = steps.flatMap(layersOf).flatMap((reference) => {
    const layer = reference.$refText;
    const known = order.has(layer);
    if (!known) order.set(layer, reference);
    return known
      ? [finding('waterfall-layer-twice', spanOfReference(reference, waterfall), { layer })]
      : [];
  });
  const cash = steps.findIndex(({ $type }) => $type === 'RestStep');
  const behind = cash === -1 ? undefined : steps[cash + 1];
  const afterCash = behind ? [finding('waterfall-cash-not-last', spanOf(behind), {})] : [];
  return [...twice, ...afterCash, ...checkBaseOrder(steps, context)];
}

/** A layer that stands in two 层序 would pay twice; versions of one 层序 follow each other. */
function checkSeveral(all: readonly Waterfall[]): readonly Diagnostic[] {
  const own = all.filter((waterfall) => !AstUtils.getContainerOfType(waterfall, isAmendment));
  return own.flatMap((waterfall, index) => {
    const before = own.slice(0, index).filter((other) => !areVersions(other, waterfall));
    const known = new Set(
      before.flatMap(({ steps }) => steps.flatMap(layersOf).map(({ $refText }) => $refText)),
    );
    return waterfall.steps
      .flatMap(layersOf)
      .filter(({ $refText }) => known.has($refText))
      .map((reference) =>
        finding('waterfall-layer-twice', spanOfReference(reference, waterfall), {
          layer: reference.$refText,
        }),
      );
  });
}

function areVersions(left: Waterfall, right: Waterfall): boolean {
  return left.name === right.name && left.validity?.from !== right.validity?.from;
}

/** A layer reads the results of layers that stand before it. */
function checkBaseOrder(steps: readonly Step[], context: CheckContext): readonly Diagnostic[] {
  const places = new Map(
    steps.flatMap((step, index) =>
      layersOf(step).map(({ $refText }) => [$refText, index] as const),
    ),
  );
  return context.nodes('Layer').flatMap((layer) => {
    const own = places.get(layer.name);
    if (own === undefined) return [];
    return basesOf(layer).flatMap((node) => {
      const resolution = context.scope.resolve(node);
      if (resolution.kind !== 'layer-result') return [];
      const later = resolution.declared.name;
      const place = places.get(later);
      const isLater = place !== undefined && place > own;
      return isLater
        ? [finding('layer-base-before-payment', spanOf(node), { layer: layer.name, later })]
        : [];
    });
  });
}

function basesOf(layer: Layer) {
  return layer.slots
    .filter((slot) => slot.$type === 'BaseSlot')
    .flatMap((slot) => AstUtils.streamAllContents(slot).toArray())
    .filter((node) => node.$type === 'NameReference') as Parameters<
    CheckContext['scope']['resolve']
  >[0][];
}

function spanOfReference(reference: Reference, node: AstNode) {
  return reference.$refNode
    ? spanOfCst(reference.$refNode, AstUtils.getDocument(node).uri.path)
    : spanOf(node);
}

/** A layer stands in a 层序 of some open file: a lower document may put it there. */
export function checkUnusedLayers({ scope, all }: CheckContext): readonly Diagnostic[] {
  const { own } = scope;
  return ofKind(own.all, 'layer')
    .filter(({ name }) => !own.inWaterfalls.has(name) && !isUsedElsewhere(name, all))
    .map(({ name, nodes: [node] }) =>
      finding('layer-in-no-waterfall', spanOf(node), { layer: name }),
    );
}

function isUsedElsewhere(name: string, all: CheckContext['all']): boolean {
  return [...all.values()].some(({ names }) => names.inWaterfalls.has(name));
}

function checkAttachments({ nodes, scope }: CheckContext): readonly Diagnostic[] {
  return nodes('WaterfallExtension').flatMap((node) => {
    const waterfalls = scope.basis
      .flatMap(({ file }) => AstUtils.streamAllContents(file).filter(isWaterfall).toArray())
      .filter(({ name }) => node.waterfall === undefined || name === node.waterfall.$refText);
    const [first] = waterfalls;
    if (waterfalls.some(({ steps }) => steps.some(({ $type }) => $type === 'AttachmentStep')))
      return [];
    const other = first ? [related(spanOf(first), '上级的层序', 'the 层序 above')] : [];
    return [finding('no-attachment', spanOf(node), {}, other)];
  });
}

/** 余额 and 政策内余额 are remainders at a step of a 层序; 个人负担 and 现金 hold for a whole claim. */
function checkRemainders({ nodes, scope, all }: CheckContext): readonly Diagnostic[] {
  return nodes('NameReference').flatMap((node) => {
    const resolution = scope.resolve(node);
    if (resolution.kind !== 'waterfall-name') return [];
    const { name } = resolution;
    const layer = AstUtils.getContainerOfType(node, isLayer);
    if (layer && isUsedElsewhere(layer.name, all)) return [];
    const isOfClaim = name === '个人负担' || name === '现金';
    const inExample = hasContainer(node, ['Expectation', 'StateValue']);
    if (!layer && (isOfClaim || inExample)) return [];
    return [finding('misplaced-remainder', spanOf(node), { name })];
  });
}

function checkShareNames({ nodes }: CheckContext): readonly Diagnostic[] {
  return [...nodes('AllocatedWhole'), ...nodes('AllocatedLeft')]
    .filter((node) => !AstUtils.getContainerOfType(node, isShare))
    .map((node) =>
      finding('misplaced-share-name', spanOf(node), { name: node.$cstNode?.text ?? '' }),
    );
}

function hasContainer(node: AstNode, types: readonly string[]): boolean {
  let each: AstNode | undefined = node;
  while (each !== undefined && !types.includes(each.$type)) each = each.$container;
  return each !== undefined;
}
