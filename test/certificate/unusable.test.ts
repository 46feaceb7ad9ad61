import { sealed } from '@tiaoli/certificate';
import { expect, test } from 'vitest';
import type { Proved } from './prove-pair.ts';
import { proved, verdictOf } from './prove-pair.ts';
import { compareEdit } from './small-pairs.ts';

const certified = proved(await compareEdit('限额 每年 3000元', '限额 每年 2500元'));
const other = proved(await compareEdit('限额 每年 3000元', '限额 每年 2499元'));

function resealed(change: Record<string, unknown>): string {
  return JSON.stringify(sealed({ ...JSON.parse(certified.text), ...change }));
}

const before = { ...JSON.parse(certified.text).before, meaning: '0'.repeat(64) };

const unusable: readonly (readonly [string, Partial<Proved>, string])[] = [
  ['a letter changed', { text: certified.text.replace('same-form', 'same-porm') }, 'damaged'],
  ['a claim changed, not sealed', { text: certified.text.replace('50000', '40000') }, 'damaged'],
  ['cut off', { text: certified.text.slice(0, -200) }, 'damaged'],
  ['no JSON', { text: '证书' }, 'damaged'],
  ['a list', { text: '[]' }, 'damaged'],
  ['another version', { text: resealed({ version: 2 }) }, 'unknown-version'],
  ['no results, sealed', { text: resealed({ results: undefined }) }, 'damaged'],
  ['a result of nothing, sealed', { text: resealed({ results: [{}] }) }, 'damaged'],
  ['terms of nothing, sealed', { text: resealed({ terms: [] }) }, 'damaged'],
  ['assumptions of nothing, sealed', { text: resealed({ assumptions: [null] }) }, 'damaged'],
  ['another hash, sealed', { text: resealed({ before }) }, 'other-program'],
  ['the later side of another pair', { after: other.after }, 'other-program'],
  ['both sides the same', { after: certified.before }, 'other-program'],
];

test.each(unusable)('%s: unusable', (_, change, code) => {
  const verdict = verdictOf({ ...certified, ...change });
  expect(verdict).toEqual({ kind: 'unusable', code: `certificate-${code}` });
});
