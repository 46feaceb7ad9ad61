/** A certificate as it is written, to be changed in place: copies alone, never the true one. */
export interface CertificateJson {
  before: { reference: string; meaning: string };
  after: { reference: string; meaning: string };
  engine: string;
  version: number;
  terms: { kind: string; divisor?: string; key?: string; input?: string }[];
  assumptions: AssumptionJson[];
  results: ResultJson[];
}

export interface AssumptionJson {
  kind: 'fact' | 'state';
  condition: { operator?: string; left?: unknown; right?: unknown };
  before?: TreeJson;
  after?: TreeJson;
}

export interface ResultJson {
  key: string;
  claims: ClaimJson[];
  tree: TreeJson;
}

export interface ClaimJson {
  facts: Record<string, string[]>;
  state: string;
  low?: string;
  high?: string;
  besides: string[];
  witnesses: { facts: { inputs: Record<string, unknown> }; state: Record<string, unknown> }[];
  uncertified?: string;
}

export interface TreeJson {
  ask?: { form?: [number, string][]; atLeast?: string; among?: string[]; of?: string };
  yes?: TreeJson;
  no?: TreeJson;
  leaf?: string;
  by?: ShareJson[];
  low?: ShareJson[];
  high?: ShareJson[];
  assumption?: number;
}

export type ShareJson = [kind: string, at: number, times: string];

/** Every node of the trees of a certificate: those of the results first. */
export function nodesOf({ results, assumptions }: CertificateJson): readonly TreeJson[] {
  const trees = [
    ...results.map(({ tree }) => tree),
    ...assumptions.flatMap(({ before, after }) => [before, after].flatMap((each) => each ?? [])),
  ];
  return trees.flatMap(nodesIn);
}

export function nodesIn(tree: TreeJson): readonly TreeJson[] {
  return [tree, ...[tree.yes, tree.no].flatMap((each) => (each ? nodesIn(each) : []))];
}

/** The node becomes another. */
export function replace(node: TreeJson, by: TreeJson): void {
  const own = structuredClone(by);
  for (const key of Object.keys(node)) Reflect.deleteProperty(node, key);
  Object.assign(node, own);
}
