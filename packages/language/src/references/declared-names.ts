import { nodesOf, referencesOf } from '../ast-nodes.ts';
import type {
  Allocation,
  Citation,
  Declaration,
  Element,
  Entity,
  EnumerationExtension,
  File,
  Share,
} from '../generated/ast.ts';
import type { Declared, DeclaredKind, DeclaredOf, DeclaringNodes } from './declared.ts';
import type { DeclaredNames } from './document-scope.ts';

/** Id of the document that a citation means; undefined when it is not among the sources. */
export type FindCited = (citation: Citation) => string | undefined;

/** Where a statement stands: whose name it adds to, and inside which entity. */
interface Place {
  readonly document: string;
  readonly entity?: string;
}

interface Found {
  readonly kind: DeclaredKind;
  readonly place: Place;
  readonly name: string;
  readonly alias?: string;
  readonly node: DeclaringNodes[DeclaredKind];
}

/** Collects what `file` declares. Statements inside 修改 are versions of the names of the document that they amend. */
export function collectNames(file: File, document: string, findCited: FindCited): DeclaredNames {
  const found: Found[] = [];
  const extensions: EnumerationExtension[] = [];
  for (const element of file.elements) {
    collectElement(element, { document });
  }
  const all = mergeVersions(found);
  return { document, file, all, byName: indexByName(all), extensions, ...mentions(file) };

  function collectElement(element: Element, place: Place): void {
    if (element.$type === 'Article' || element.$type === 'UnderBlock') {
      for (const inner of element.body) collectElement(inner, place);
    } else if (element.$type === 'Amendment') {
      const amended = findCited(element.source) ?? document;
      for (const inner of element.body) collectElement(inner, { document: amended });
    } else if (element.$type === 'AllocationAmendment') {
      for (const change of element.changes) {
        if (change.$type === 'ShareInsertion') add('share-part', change.share, place);
      }
    } else if (element.$type !== 'Derogation') collectDeclaration(element, place);
  }

  function collectDeclaration(declaration: Declaration, place: Place): void {
    if (declaration.$type === 'Entity') collectEntity(declaration, place);
    else if (declaration.$type === 'Allocation') collectShares(declaration, place);
    else if (declaration.$type === 'EnumerationExtension') extensions.push(declaration);
    else if (declaration.$type === 'Output') {
      for (const field of declaration.fields) add('output', field, place);
    } else collectNamed(declaration, place);
  }

  function collectNamed(declaration: Declaration, place: Place): void {
    const kind = kindOf(declaration);
    if (kind !== undefined) add(kind, declaration as DeclaringNodes[DeclaredKind], place);
  }

  function collectEntity(entity: Entity, place: Place): void {
    add('entity', entity, place);
    const inside = { ...place, entity: entity.name };
    for (const field of entity.fields) {
      if (field.$type === 'Input') add('input', field, inside);
      else if (field.$type === 'Definition') add('definition', field, inside);
      else if (field.$type === 'Allocation') collectShares(field, inside);
    }
  }

  function collectShares(allocation: Allocation, place: Place): void {
    for (const share of allocation.shares) add('share-part', share, place);
  }

  function add(kind: DeclaredKind, node: NamedNode | undefined, place: Place): void {
    // A statement that the parser gave up on may lack its name, or the part that has it.
    if (node?.name === undefined || node.name === '') return;
    const alias = node.alias === undefined ? {} : { alias: node.alias };
    found.push({ kind, place, name: node.name, ...alias, node });
  }
}

function mentions(file: File): Pick<DeclaredNames, 'mentioned' | 'inWaterfalls'> {
  const mentioned = new Set<string>();
  const inWaterfalls = new Set<string>();
  for (const node of nodesOf(file)) {
    const isStep = waterfallNodes.has(node.$type);
    for (const { reference } of referencesOf(node)) {
      // Who may set a value, and who does, is no use of it.
      if (!settingNodes.has(node.$type)) mentioned.add(reference.$refText);
      if (isStep) inWaterfalls.add(reference.$refText);
    }
  }
  return { mentioned, inWaterfalls };
}

const settingNodes: ReadonlySet<string> = new Set(['Delegation', 'Determination', 'Override']);

const waterfallNodes: ReadonlySet<string> = new Set([
  'LayerStep',
  'OneOfStep',
  'WaterfallExtension',
]);

type NamedNode = DeclaringNodes[DeclaredKind] | Share;

function kindOf(declaration: Declaration): DeclaredKind | undefined {
  switch (declaration.$type) {
    case 'Parameter':
    case 'Table':
      return 'parameter';
    case 'Catalogue':
      return 'catalogue';
    case 'Definition':
      return 'definition';
    case 'Accumulator':
      return 'accumulator';
    case 'Layer':
      return 'layer';
    case 'CapPool':
      return 'pool';
    case 'Group':
      return 'group';
    case 'Enumeration':
      return 'enumeration';
    case 'Waterfall':
      return 'waterfall';
    case 'Service':
      return 'service';
    case 'Metric':
      return 'metric';
    case 'Watchlist':
      return 'watchlist';
    default:
      return undefined;
  }
}

function mergeVersions(found: readonly Found[]): readonly Declared[] {
  const merged = new Map<string, { first: Found; nodes: DeclaringNodes[DeclaredKind][] }>();
  for (const each of found) {
    const key = `${each.kind} ${idOf(each)}`;
    const known = merged.get(key);
    if (!known) merged.set(key, { first: each, nodes: [each.node] });
    else {
      known.nodes.push(each.node);
      // The name may be given its 别名 in any of its blocks.
      if (known.first.alias === undefined) known.first = each;
    }
  }
  return [...merged.values()].map(({ first, nodes }) => {
    const { kind, name, alias, place } = first;
    return {
      kind,
      id: idOf(first),
      name,
      ...(alias === undefined ? {} : { alias }),
      document: place.document,
      ...(place.entity === undefined ? {} : { entity: place.entity }),
      nodes,
    } as unknown as Declared;
  });
}

function idOf({ place, name }: Found): string {
  const inside = place.entity === undefined ? '' : `${place.entity}.`;
  return `${place.document}/${inside}${name}`;
}

function indexByName(all: readonly Declared[]): ReadonlyMap<string, readonly Declared[]> {
  const byName = new Map<string, Declared[]>();
  const put = (name: string, declared: Declared): void => {
    const known = byName.get(name);
    if (known) known.push(declared);
    else byName.set(name, [declared]);
  };
  for (const declared of all) {
    put(declared.name, declared);
    if (declared.alias !== undefined && declared.alias !== declared.name) {
      put(declared.alias, declared);
    }
  }
  return byName;
}

/** Narrows a list of declarations to one kind. */
export function ofKind<Kind extends DeclaredKind>(
  all: readonly Declared[],
  kind: Kind,
): readonly DeclaredOf<Kind>[] {
  return all.filter((each) => each.kind === kind) as unknown as readonly DeclaredOf<Kind>[];
}
