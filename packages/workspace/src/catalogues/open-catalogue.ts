import type { DayNumber, Validity } from '@tiaoli/base';
import type { CatalogueTable } from '@tiaoli/catalogue';
import { bind } from '@tiaoli/compiler';
import type {
  CatalogueChangeDeclaration,
  CatalogueDeclaration,
  CataloguePart,
  CatalogueSchema,
  Module,
} from '@tiaoli/ir';
import type { DocumentHeader } from '@tiaoli/language';
import { headersOf } from '@tiaoli/language';
import { documentNames } from '@tiaoli/settlement';
import { isInSampleFolder } from '../list-documents.ts';
import type { Policies } from '../open-policies.ts';
import { placesOfDocuments } from '../places-of-documents.ts';
import { citedText } from '../unify/cited-text.ts';
import type { CitedText } from '../unify/unification-matrix.ts';

/** A 目录 that some document declares. */
export interface CatalogueEntry {
  /** `PATH OF THE DOCUMENT/NAME`: two versions of a document may each declare it. */
  readonly ref: string;
  readonly name: string;
  readonly document: string;
  /** Whose it is; absent for a national one. */
  readonly place?: string;
  /** In the folders that show how a rule is written. */
  readonly isSample: boolean;
  /** The document says that its rows are made up. */
  readonly isIllustrative: boolean;
  /** Places whose documents change it, in the order of their paths. */
  readonly changedIn: readonly string[];
}

/** Who put rows into a catalogue, or took them out. */
export interface CatalogueOrigin {
  readonly change?: 'add' | 'remove';
  /** Absent for the nation. */
  readonly place?: string;
  readonly document: string;
  readonly isIllustrative: boolean;
  readonly clause: CitedText;
}

/** Rows that are looked into, with where they come from. */
export interface OpenedPart {
  readonly table: CatalogueTable;
  readonly validity: Validity;
  readonly origin: CatalogueOrigin;
}

/** A catalogue as it is for one place. The rows never change: it can be kept. */
export interface OpenedCatalogue {
  readonly entry: CatalogueEntry;
  readonly schema: CatalogueSchema;
  /** The first that holds on a day and knows the keys decides. */
  readonly parts: readonly OpenedPart[];
}

export type CatalogueOpening =
  | { readonly kind: 'opened'; readonly catalogue: OpenedCatalogue }
  /** Rows that nobody could read might add to it or take out of it. */
  | { readonly kind: 'unread'; readonly files: readonly string[] }
  | { readonly kind: 'unknown' };

/** Every 目录 with a file, the policies before the samples. */
export function listCatalogues(policies: Policies): readonly CatalogueEntry[] {
  const found = declaredIn(policies).map(({ entry }) => entry);
  return [
    ...found.filter(({ isSample }) => !isSample),
    ...found.filter(({ isSample }) => isSample),
  ];
}

/** The catalogue with what `place` changes in it; without a place as its own document has it. */
export function openCatalogue(
  policies: Policies,
  { ref, place, on }: { readonly ref: string; readonly place?: string; readonly on: DayNumber },
): CatalogueOpening {
  const declared = declaredIn(policies).find(({ entry }) => entry.ref === ref);
  if (!declared || (place !== undefined && !declared.entry.changedIn.includes(place))) {
    return { kind: 'unknown' };
  }
  const { entry, module, declaration } = declared;
  const target = { dates: { on }, ...(place !== undefined && { jurisdiction: place }) };
  const bound = bind(module, target).program?.declarations.find(
    (each): each is CatalogueDeclaration => each.kind === 'catalogue' && each.id === declaration.id,
  );
  if (!bound) return { kind: 'unknown' };
  const read = bound.parts.map((part) => ({
    part,
    table: policies.catalogues.tables.get(part.content),
  }));
  const files = read.flatMap(({ part, table }) => (table ? [] : [part.file]));
  if (files.length > 0) return { kind: 'unread', files };
  const parts = read.flatMap(({ part, table }) => {
    const origin = originOf(part, declared, policies);
    return table ? [{ table, validity: part.validity, origin }] : [];
  });
  return { kind: 'opened', catalogue: { entry, schema: declaration, parts } };
}

interface Declared {
  readonly entry: CatalogueEntry;
  readonly module: Module;
  readonly declaration: CatalogueDeclaration;
}

function declaredIn(policies: Policies): readonly Declared[] {
  const { language } = policies;
  const headers = new Map(headersOf(language).map((header) => [header.path, header]));
  return language.catalogueFiles().flatMap(({ change, document, catalogue, illustrative }) => {
    const header = headers.get(document);
    const { module } = policies.lower(document);
    const declaration = module?.declarations.find(
      (each): each is CatalogueDeclaration =>
        each.kind === 'catalogue' && each.id === catalogue.id && each.span.file === document,
    );
    if (change || !header || !module || !declaration) return [];
    const entry = {
      ref: `${document}/${catalogue.name}`,
      name: catalogue.name,
      document: header.title,
      ...placeIn(header),
      isSample: isInSampleFolder(document),
      isIllustrative: illustrative,
      changedIn: placesThatChange(declaration, module, policies),
    };
    return [{ entry, module, declaration }];
  });
}

function placeIn({ place }: DocumentHeader): { readonly place?: string } {
  return place === undefined ? {} : { place };
}

function changesOf({ id }: CatalogueDeclaration, { declarations }: Module) {
  return declarations.filter(
    (each): each is CatalogueChangeDeclaration =>
      each.kind === 'catalogue-change' && each.catalogue === id,
  );
}

function placesThatChange(
  declaration: CatalogueDeclaration,
  module: Module,
  { language }: Policies,
): readonly string[] {
  const chains = placesOfDocuments(language);
  const files = changesOf(declaration, module).map(({ span }) => span.file);
  return [...new Set(files.sort().flatMap((file) => chains.get(file)?.at(-1)?.place ?? []))];
}

function originOf(
  part: CataloguePart,
  { declaration, module }: Declared,
  { language }: Policies,
): CatalogueOrigin {
  const change = changesOf(declaration, module).find((each) => each.part === part);
  const source = change ?? declaration;
  const place = placesOfDocuments(language).get(source.span.file)?.at(-1)?.place;
  return {
    ...(change && { change: part.removes ? 'remove' : 'add' }),
    ...(place !== undefined && { place }),
    document: documentNames(module.declarations).get(source.document) ?? source.document,
    isIllustrative: source.provenance?.grade === 'illustrative',
    clause: citedText(source, module),
  };
}
