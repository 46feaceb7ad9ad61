import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { LanguageWorkspace, Source } from '@tiaoli/language';
import { createLanguageWorkspace } from '@tiaoli/language';
import type { ReadCatalogues } from './catalogues/catalogue-store.ts';
import { createCatalogueStore, noCatalogues } from './catalogues/catalogue-store.ts';
import type { PolicyFolder } from './folder/open-policy-folder.ts';
import { takeTurns } from './folder/take-turns.ts';
import { report } from './messages.ts';
import type { Policies } from './open-policies.ts';
import { decodeText, referenceOf } from './open-policies.ts';

/** The policies of a folder, linked once and kept up with it. */
export interface LivePolicies {
  /**
   * What `answer` makes of the policies as they are stored now. They are this state and no other until it is done: what
   * it waits for, the next questions wait for too. It must not keep them: take what is wanted out of them.
   *
   * Policies that did not change are the same object as before.
   */
  ask<T>(answer: (policies: Policies) => T | Promise<T>): Promise<T>;
}

/** What is known of one file: undefined text where it is not UTF-8. */
interface KnownFile {
  readonly stamp: string;
  readonly text: string | undefined;
}

/** As many files as are read at a time. */
const FILES_AT_ONCE = 64;

type Files = ReadonlyMap<string, KnownFile>;

type LiveFolder = Pick<PolicyFolder, 'stamps' | 'find' | 'findBeside' | 'stampBeside'>;

/** Nothing is read before the first question. Throws from `ask` what the file system throws. */
export function openLivePolicies(folder: LiveFolder): LivePolicies {
  const language = createLanguageWorkspace();
  const files = new Map<string, KnownFile>();
  const inTurn = takeTurns();
  const store = createCatalogueStore();
  let policies = policiesOf(language, files, noCatalogues);
  const refresh = async (): Promise<void> => {
    const { touched, gone } = await changesOf(folder, files);
    const changed = touched.filter(([path, { text }]) => {
      const known = files.get(path);
      return !known || known.text !== text;
    });
    for (const path of gone) files.delete(path);
    for (const [path, file] of touched) files.set(path, file);
    const unreadable = changed.flatMap(([path, { text }]) => (text === undefined ? path : []));
    const isChanged = changed.length + gone.length > 0;
    if (isChanged) await language.update(sourcesOf(changed), [...gone, ...unreadable]);
    const catalogues = await store.read(language.catalogueFiles(), folder);
    if (!isChanged && catalogues === policies.catalogues) return;
    language.setCatalogues(catalogues.hashes);
    policies = policiesOf(language, files, catalogues);
  };
  let waiting: Promise<void> | undefined;
  return {
    ask: (answer) => {
      // A look at the folder that has not begun is new enough for every question until then.
      waiting ??= inTurn(() => {
        waiting = undefined;
        return refresh();
      });
      const refreshed = waiting;
      return inTurn(async () => {
        await refreshed;
        return answer(policies);
      });
    },
  };
}

async function changesOf(
  folder: LiveFolder,
  known: Files,
): Promise<{
  readonly touched: readonly (readonly [string, KnownFile])[];
  readonly gone: readonly string[];
}> {
  const stamps = await folder.stamps();
  const gone = [...known.keys()].filter((path) => !stamps.has(path));
  const stamped = [...stamps].filter(([path, stamp]) => known.get(path)?.stamp !== stamp);
  const touched: (readonly [string, KnownFile])[] = [];
  for (let at = 0; at < stamped.length; at += FILES_AT_ONCE) {
    const some = stamped.slice(at, at + FILES_AT_ONCE);
    const read = await Promise.all(some.map(([path]) => folder.find(path)));
    for (const [index, [path, stamp]] of some.entries()) {
      const bytes = read[index];
      if (bytes) touched.push([path, { stamp, text: decodeText(bytes) }]);
      else if (known.has(path)) gone.push(path);
    }
  }
  return { touched, gone };
}

function policiesOf(
  language: LanguageWorkspace,
  files: Files,
  catalogues: ReadCatalogues,
): Policies {
  const unreadable: Diagnostic[] = [];
  const texts = new Map<string, string>();
  for (const [path, { text }] of files) {
    if (text === undefined) unreadable.push(report('not-utf8', {}, fileSpan(path)));
    else texts.set(path, text);
  }
  return {
    language,
    texts,
    unreadable,
    catalogues,
    reference: referenceOf(catalogues),
    lower: language.lower,
  };
}

function sourcesOf(files: readonly (readonly [string, KnownFile])[]): readonly Source[] {
  return files.flatMap(([path, { text }]) => (text === undefined ? [] : [{ path, text }]));
}
