import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkPolicies } from './open-policies.ts';

const root = join(import.meta.dirname, '../../..');

/** For tests: the policies of the repository, linked; their paths begin with `policies/`. */
export async function realPolicies() {
  const paths = readdirSync(join(root, 'policies'), { recursive: true, encoding: 'utf8' });
  const sources = paths
    .filter((path) => path.endsWith('.tiaoli'))
    .sort()
    .map((path) => `policies/${path.replaceAll('\\', '/')}`)
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  return linkPolicies(sources);
}
export { spellText } from './catalogues/spell-text.ts';
export type { Cell, SubjectState } from './permissions/permits.ts';
export { actions, permitsCell, relations, states } from './permissions/permits.ts';
export { rights } from './permissions/rights.ts';
