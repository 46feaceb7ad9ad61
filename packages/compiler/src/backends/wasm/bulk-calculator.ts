import type { CatalogueDeclaration, Program, ReferenceData } from '@tiaoli/ir';
import { noReference } from '@tiaoli/ir';
import type { EmittedWasm } from './emit-wasm.ts';
import { hostFunctions } from './host-functions.ts';
import type { WasmLayout } from './layout.ts';
import type { TextDictionary } from './text-dictionary.ts';
import { textDictionary } from './text-dictionary.ts';

/** A module at work: its memory, and what can be called on it. */
export interface BulkCalculator {
  readonly layout: WasmLayout;
  readonly memory: DataView<ArrayBuffer>;
  readonly texts: TextDictionary;
  /** Makes the state that of someone without earlier claims. */
  readonly reset: () => void;
  /** Settles the claim of a row on the state at hand; 1 where its results and the state are not to be used. */
  readonly settle: (row: number) => number;
  /** People from the first to before the last; gives the number of those whose results are not to be used. */
  readonly fold: (first: number, last: number) => number;
  /** The same for claims, each as the only one of a person. */
  readonly rows: (first: number, last: number) => number;
  /** Marks the rows with facts beyond their bounds; gives their number. */
  readonly admit: (first: number, last: number) => number;
  /**
   * Counts, by the group of their first claim, the people whose totals are more or less than before, and sorts the
   * differences into stretches. `byPerson`: 1 behind a fold, 0 behind `rows`.
   */
  readonly weigh: (first: number, last: number, byPerson: number) => void;
  /** Sets all sums and counts of changes to zero. */
  readonly clear: () => void;
}

/** What the standard library of the compiler does not declare; the same in browsers and in Node. */
interface WebAssemblyHost {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

/** Loads a module. Where `WebAssembly` is barred this throws; the JavaScript calculator serves there. */
export function bulkCalculator(
  { bytes, layout }: EmittedWasm,
  program: Pick<Program, 'declarations'>,
  reference: ReferenceData = noReference,
): BulkCalculator {
  const { WebAssembly: host } = globalThis as unknown as { WebAssembly: WebAssemblyHost };
  const texts = textDictionary(layout.texts);
  const catalogues = program.declarations.filter(
    (each): each is CatalogueDeclaration => each.kind === 'catalogue',
  );
  const scratch: { view?: DataView<ArrayBuffer> } = {};
  const functions = hostFunctions({
    layout,
    catalogues,
    reference,
    texts,
    memory: () => scratch.view,
  });
  const { exports } = new host.Instance(new host.Module(bytes), { host: functions });
  const { buffer } = exports.memory as { readonly buffer: ArrayBuffer };
  scratch.view = new DataView(buffer);
  const { reset, settle, fold, rows, admit, weigh, clear } = exports as unknown as BulkCalculator;
  return { layout, memory: scratch.view, texts, reset, settle, fold, rows, admit, weigh, clear };
}
