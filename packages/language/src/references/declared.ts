import type {
  Accumulator,
  CapPool,
  Catalogue,
  Definition,
  Entity,
  Enumeration,
  Group,
  Input,
  Layer,
  Metric,
  OutputField,
  Parameter,
  Service,
  Share,
  Table,
  Watchlist,
  Waterfall,
} from '../generated/ast.ts';

/** The AST nodes that may declare a name of each kind; several nodes of one name are its versions. */
export interface DeclaringNodes {
  readonly parameter: Parameter | Table;
  readonly catalogue: Catalogue;
  readonly definition: Definition;
  readonly 'share-part': Share;
  readonly input: Input;
  readonly accumulator: Accumulator;
  readonly layer: Layer;
  readonly pool: CapPool;
  readonly group: Group;
  readonly output: OutputField;
  readonly enumeration: Enumeration;
  readonly entity: Entity;
  readonly waterfall: Waterfall;
  readonly service: Service;
  readonly metric: Metric;
  readonly watchlist: Watchlist;
}

export type DeclaredKind = keyof DeclaringNodes;

/** A declared name with all its versions in one document. */
export interface DeclaredOf<Kind extends DeclaredKind> {
  readonly kind: Kind;
  /** `DOCUMENT/NAME`; inside an entity `DOCUMENT/ENTITY.NAME`. Versions share it. */
  readonly id: string;
  readonly name: string;
  /** 别名, which is a second spelling of the name. */
  readonly alias?: string;
  /** Id of the document in which it stands. */
  readonly document: string;
  /** Name of the entity in whose block it stands; absent at the top level. */
  readonly entity?: string;
  /** In order of the text; never empty. */
  readonly nodes: readonly [DeclaringNodes[Kind], ...DeclaringNodes[Kind][]];
}

export type Declared = { [Kind in DeclaredKind]: DeclaredOf<Kind> }[DeclaredKind];

/**
 * Names of one space exclude each other; 险种 may be an enumeration and an input, but no parameter and an input.
 * Members have no space of their own: they are read through their enumeration.
 */
export type NameSpace = 'value' | 'enumeration' | 'entity' | 'waterfall' | 'service';

export function spaceOf(kind: DeclaredKind): NameSpace {
  if (kind === 'service' || kind === 'metric' || kind === 'watchlist') return 'service';
  return kind === 'enumeration' || kind === 'entity' || kind === 'waterfall' ? kind : 'value';
}
