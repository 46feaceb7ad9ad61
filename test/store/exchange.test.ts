import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { storeOf } from '@tiaoli/store';
import type { Outcome, SourceFolder } from '@tiaoli/workspace';
import { exportPolicies, importPolicies, openPolicyFolder, operatorId } from '@tiaoli/workspace';
import { describe, expect, onTestFinished, test } from 'vitest';
import { root } from '../architecture/source-tree.ts';
import { databaseKinds, startDatabase } from './databases.ts';
import { as, codesOf } from './world.ts';

function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.diagnostics.slice(0, 5)));
  return outcome.value;
}

describe.each(databaseKinds)('%s', (kind) => {
  async function newStore() {
    const under = await startDatabase(kind);
    onTestFinished(() => under.stop());
    return { under, store: storeOf(under.database) };
  }

  test('every policy of the repository goes into a demonstration and comes out to the byte', async () => {
    const { store } = await newStore();
    done(await store.markDemo());
    const folder = openPolicyFolder(root, 'policies');
    const paths = await folder.list();
    const request = { folder, hearsay: '演示' };
    const { published, known } = done(await importPolicies(store, operatorId, request));
    expect([published.toSorted(), known]).toEqual([paths, []]);
    const files = done(await exportPolicies(store, operatorId));
    expect(paths.filter((path) => !files.has(path))).toEqual([]);
    for (const [path, bytes] of files) {
      expect(Buffer.from(bytes).equals(readFileSync(join(root, path))), path).toBe(true);
    }
    expect(files.size).toBeGreaterThan(paths.length);
    const places = await as(store, operatorId, ({ jurisdictions }) => jurisdictions.list());
    const jinan = places.find(({ name }) => name === '济南市');
    expect(places.find(({ id }) => id === jinan?.parentId)?.name).toBe('山东省');
    // Once more there is nothing to do.
    const again = done(await importPolicies(store, operatorId, request));
    expect([again.published, again.known.length]).toEqual([[], paths.length]);
    expect(await store.verify()).toEqual([]);
    process.stdout.write(
      `${kind}: ${paths.length} policies in, ${files.size} files out, the same\n`,
    );
  }, 600_000);

  test('what is invented, not known or broken does not go into a store that is in earnest, and nothing of it is kept', async () => {
    const { store, under } = await newStore();
    const text = (value: string) => `语言 1

文件「省办法」 {
  标识 province.rules；
  层级 省 甲省；
  施行 自 2024-01-01；
}

条「起付」 出处 "原文" {
  参数 起付线：金额 = ${value}；
}
`;
    const folder = (value: string): SourceFolder => ({
      list: async () => ['policies/a.tiaoli'],
      library: async () => [],
      read: async () => new TextEncoder().encode(text(value)),
      findBeside: async () => undefined,
      write: () => Promise.reject(new Error('read only')),
    });
    const attempt = async (value: string, hearsay?: string) =>
      importPolicies(store, operatorId, {
        ...{ folder: folder(value), ...(hearsay !== undefined && { hearsay }) },
      });
    expect(codesOf(await attempt('100元 等级 示例'))).toEqual(['gate-blocks']);
    expect(codesOf(await attempt('未见 "没有公布"'))).toEqual(['gate-blocks']);
    expect(codesOf(await attempt('100元 等级 D'))).toEqual(['gate-blocks']);
    expect(codesOf(await attempt('100'))).not.toEqual([]);
    expect(await under.database.client.document.count()).toBe(0);
    expect(codesOf(await attempt('100元 等级 D', '电话核实'))).toEqual([]);
    const told = await under.database.client.auditEvent.findMany({
      where: { content: { contains: '电话核实' } },
    });
    expect(told).toHaveLength(1);
    expect(codesOf(await store.markDemo())).toEqual(['demo-not-empty']);
  }, 120_000);
});
