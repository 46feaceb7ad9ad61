import type { PolicyStore, Role } from '@tiaoli/workspace';
import {
  importPolicies,
  inForce,
  openPolicyFolder,
  operatorId,
  proposeDraft,
} from '@tiaoli/workspace';
import { root } from '../architecture/source-tree.ts';
import { done } from './job-world.ts';
import { as } from './world.ts';

/** A store of demonstration with the documents of the nation and of Shandong, and people of the province. */
export interface RealWorld {
  readonly store: PolicyStore;
  /** Of the province. */
  readonly people: Readonly<Record<Extract<Role, 'drafter' | 'reviewer' | 'analyst'>, string>>;
  readonly province: string;
}

const published = /^policies\/(?:national|shandong)\/[^/]+\.tiaoli$/;

export async function fillReal(store: PolicyStore): Promise<RealWorld> {
  done(await store.markDemo());
  const folder = openPolicyFolder(root, 'policies');
  const list = async () => (await folder.list()).filter((path) => published.test(path));
  done(await importPolicies(store, operatorId, { folder: { ...folder, list }, hearsay: '测试' }));
  return as(store, operatorId, async ({ jurisdictions, users }) => {
    const all = await jurisdictions.list();
    const province = all.find(({ name }) => name === '山东省')?.id ?? '';
    const add = async (role: Role) => {
      const user = await users.add({ login: role, name: role, jurisdictionId: province });
      await users.grant(user.id, province, role);
      return user.id;
    };
    const people = {
      drafter: await add('drafter'),
      reviewer: await add('reviewer'),
      analyst: await add('analyst'),
    };
    return { store, people, province };
  });
}

/** Proposes a document with other words from 2027 on; answers with the id of the proposal. */
export async function proposeEdit(
  { store, people }: RealWorld,
  code: string,
  [before, after]: readonly [string, string],
): Promise<string> {
  const draft = await as(store, people.drafter, async ({ documents, versions, drafts }) => {
    const document = (await documents.list()).find((each) => each.code === code);
    const base = document && inForce(await versions.history(document.id), '2027-01-01');
    const bytes = base && (await versions.bytes(base.sourceHash));
    const text = new TextDecoder().decode(bytes);
    if (!document || !base || !text.includes(before)) throw new Error(`${code}: ${before}`);
    return drafts.create({
      ...{ jurisdictionId: document.jurisdictionId, documentId: document.id, title: '调整' },
      ...{ path: base.path, baseVersionId: base.id, text: text.replace(before, after) },
    });
  });
  const request = { draftId: draft.id, draftRevision: 1, effectiveFrom: '2027-01-01' };
  return done(await proposeDraft(store, people.drafter, { ...request, reason: '测试' })).id;
}
