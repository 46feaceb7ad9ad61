import type { LanguageWorkspace } from '@tiaoli/language';
import { createLanguageWorkspace } from '@tiaoli/language';
import { expect, test } from 'vitest';
import { createDocumentPaths } from './document-paths.ts';
import { createLiveSession } from './live-session.ts';
import { createTextStore } from './text-store.ts';

const good = '文件「甲」 { 标识 test.good； 层级 国家； 施行 自 2024-01-01 }';

/** A workspace with a defect: one text makes it throw, for as long as it holds it. */
function createFragileWorkspace(): LanguageWorkspace {
  const workspace = createLanguageWorkspace();
  let poisoned = false;
  return {
    ...workspace,
    update: async (changed, removed) => {
      poisoned ||= changed.some(({ text }) => text === 'poison');
      if (poisoned) throw new Error('a defect');
      await workspace.update(changed, removed);
    },
  };
}

test('a text that the workspace fails on is left out, and the others go on', async () => {
  const texts = createTextStore();
  const defects: string[] = [];
  const session = createLiveSession({
    texts,
    paths: createDocumentPaths(),
    logDefect: (where) => defects.push(where),
    createWorkspace: createFragileWorkspace,
  });
  const ids = () => session.workspace.documents().map(({ id }) => id);
  texts.store('a', good);
  await session.settle();
  texts.store('b', 'poison');
  texts.store('c', good.replace('good', 'other'));
  await session.settle();
  expect(ids()).toEqual(['test.good', 'test.other']);
  expect(session.textOf('b')).toBeUndefined();
  expect(defects.length).toBeGreaterThan(0);
  texts.store('b', good.replace('good', 'mended'));
  await session.settle();
  expect(ids()).toEqual(['test.good', 'test.mended', 'test.other']);
});

test('a revision counts what was linked, not what was typed', async () => {
  const texts = createTextStore();
  const paths = createDocumentPaths();
  const session = createLiveSession({ texts, paths, logDefect: () => undefined });
  texts.open('a', { text: good, version: 1 });
  texts.change('a', 2, [{ text: `${good} ` }]);
  expect(session.textOf('a')).toBeUndefined();
  await session.settle();
  await session.settle();
  expect(session.revision).toBe(1);
  expect(session.textOf('a')).toBe(`${good} `);
});
