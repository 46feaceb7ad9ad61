import type { Diagnostic } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import type { Module } from '@tiaoli/ir';
import type { DocumentHeader } from '@tiaoli/language';
import { headersOf } from '@tiaoli/language';
import { checkStatements } from '../check-policies.ts';
import { blocked } from '../gate/approve-proposal.ts';
import { publicationBlocks } from '../gate/gate-report.ts';
import { weakValues } from '../gate/weak-values.ts';
import { report } from '../messages.ts';
import type { Policies } from '../open-policies.ts';
import { openPolicies } from '../open-policies.ts';
import type { PlaceChain } from '../places-of-documents.ts';
import { placesOfDocuments } from '../places-of-documents.ts';
import { versionOf } from '../publication/compile-version.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';
import type { Jurisdiction, PolicyDocument, StoredVersion } from '../records/records.ts';
import type { SourceFolder } from '../source-folder.ts';
import { hashOfBytes } from '../versions/version-hash.ts';

export interface ImportRequest {
  readonly folder: SourceFolder;
  /** Who answers for values of grade D in it, and why; refused without it where there are any. */
  readonly hearsay?: string;
  /** Told before each file. */
  readonly onFile?: (file: {
    readonly path: string;
    readonly done: number;
    readonly of: number;
  }) => void;
}

/** What an import did; a file that is in the store already, at its path and to the byte, is not published again. */
export interface ImportedPolicies {
  readonly published: readonly string[];
  readonly known: readonly string[];
}

/**
 * Publishes every document of a folder, each file as one version from the first day of its header on, with its place, its
 * source, and the files that it names. Refused as a whole, before anything is stored, where a file has errors or says
 * what only a demonstration takes; one file after the other is stored after that, and what broke off can be done again.
 */
export async function importPolicies(
  store: PolicyStore,
  actorId: string,
  { folder, hearsay, onFile = () => undefined }: ImportRequest,
): Promise<Outcome<ImportedPolicies>> {
  const policies = await openPolicies(folder);
  const headers = headersOf(policies.language);
  const isDemo = await store.transaction(actorId, 'read-committed', async (records) => ({
    kind: 'done',
    value: records.isDemo,
  }));
  if (isDemo.kind === 'refused') return isDemo;
  const problems = problemsOf(policies, headers, isDemo.value, hearsay !== undefined);
  if (problems.length > 0) return { kind: 'refused', diagnostics: problems };
  const chains = placesOfDocuments(policies.language);
  const published: string[] = [];
  const known: string[] = [];
  for (const [at, header] of headers.entries()) {
    const { path } = header;
    onFile({ path, done: at, of: headers.length });
    const file = await readFile(policies, folder, header, chains.get(path) ?? []);
    const outcome = await store.transaction(actorId, 'serializable', (records) =>
      importFile(records, file, hearsay),
    );
    if (outcome.kind === 'refused') return outcome;
    (outcome.value ? published : known).push(path);
  }
  return { kind: 'done', value: { published, known } };
}

function problemsOf(
  policies: Policies,
  headers: readonly DocumentHeader[],
  isDemo: boolean,
  isConfirmed: boolean,
): readonly Diagnostic[] {
  const errors = checkStatements(policies).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return errors;
  return headers.flatMap(({ path, from, span }) => {
    const { module } = policies.lower(path);
    if (from === undefined) return [report('no-first-day', {}, span)];
    return module ? weaknesses(module, path, isDemo, isConfirmed) : [];
  });
}

function weaknesses(
  module: Module,
  path: string,
  isDemo: boolean,
  isConfirmed: boolean,
): readonly Diagnostic[] {
  const blocks = publicationBlocks(weakValues(module), [], isDemo);
  return blocked(
    blocks.filter(({ kind }) => !(isConfirmed && kind === 'grade-d')),
    path,
  );
}

interface PolicyFile {
  readonly policies: Policies;
  readonly header: DocumentHeader;
  readonly chain: PlaceChain;
  readonly source: Uint8Array;
  readonly beside: ReadonlyMap<string, Uint8Array>;
}

async function readFile(
  policies: Policies,
  folder: SourceFolder,
  header: DocumentHeader,
  chain: PlaceChain,
): Promise<PolicyFile> {
  const beside = new Map<string, Uint8Array>();
  for (const { document, path } of policies.language.catalogueFiles()) {
    const bytes = document === header.path ? await folder.findBeside(path) : undefined;
    if (bytes) beside.set(path, bytes);
  }
  return { policies, header, chain, source: await folder.read(header.path), beside };
}

/** Undefined for one that is there already. */
async function importFile(
  records: Records,
  { policies, header, chain, source, beside }: PolicyFile,
  hearsay: string | undefined,
): Promise<Outcome<StoredVersion | undefined>> {
  const { path, from, id: code, title } = header;
  if (from === undefined) throw new Error(`a file without its first day: ${path}`);
  const place = await placeFor(records, chain);
  const document = await documentFor(records, { jurisdictionId: place.id, code, title });
  const { versions } = await records.versions.history(document.id);
  const sourceHash = hashOfBytes(source);
  if (versions.some((each) => each.path === path && each.sourceHash === sourceHash)) {
    return { kind: 'done', value: undefined };
  }
  const compiled = versionOf(policies, {
    ...{ documentId: document.id, path, source, beside, effectiveFrom: printDate(from) },
  });
  if (compiled.kind === 'refused') return compiled;
  const note = hearsay === undefined ? {} : { note: hearsay };
  const version = await records.versions.publish({ ...compiled.value, ...note });
  await endWithFile(records, document, policies, header);
  return { kind: 'done', value: version };
}

/** A file that ends before the next one of its document begins leaves days on which nothing is in force. */
async function endWithFile(
  { versions }: Records,
  { id, code }: PolicyDocument,
  { language }: Policies,
  { to, path }: DocumentHeader,
): Promise<void> {
  if (to === undefined) return;
  const next = headersOf(language).some(
    (each) => each.id === code && each.path !== path && each.from === to + 1,
  );
  if (next) return;
  await versions.repeal(id, printDate(to + 1), `${path}：文件规定的有效期届满`);
}

/** The place at the end of a chain, with those above it, made where they are missing. */
async function placeFor({ jurisdictions }: Records, chain: PlaceChain): Promise<Jurisdiction> {
  const all = await jurisdictions.list();
  let place =
    all.find(({ level }) => level === 'nation') ??
    (await jurisdictions.add({ name: '国家', level: 'nation' }));
  for (const { place: name, level } of chain) {
    const parentId = place.id;
    place =
      all.find((each) => each.parentId === parentId && each.name === name) ??
      (await jurisdictions.add({ name, level, parentId }));
  }
  return place;
}

async function documentFor(
  { documents }: Records,
  wanted: Omit<PolicyDocument, 'id'>,
): Promise<PolicyDocument> {
  const known = (await documents.list()).find(({ code }) => code === wanted.code);
  return known ?? documents.add(wanted);
}
