import type { LocalText } from '@tiaoli/base';
import type { Declaration, Provenance } from '@tiaoli/ir';
import type { Field } from './field.ts';

/** A document as what it declares: items by name, each with single facts. Plain JSON. */
export interface Structure {
  readonly document: string;
  readonly items: readonly Item[];
}

export type ItemKind = Declaration['kind'];

/** A declaration by what it is and the name that it has: the identity of everything but a clause. */
export interface Subject {
  readonly kind: ItemKind;
  readonly name: string;
  /** Id of the document that says it, where it is not the one compared. */
  readonly document?: string;
}

export interface Item {
  readonly subject: Subject;
  readonly facts: readonly Fact[];
  readonly place: Place;
  /** Of a clause: what is declared in it, by which it is known again under another number. */
  readonly holds?: readonly string[];
}

/** Where something is written. */
export interface Place {
  readonly file: string;
  readonly line: number;
  /** Numbers of the clauses around it, from outer to inner. */
  readonly clause: readonly string[];
}

/** One thing that a declaration says. */
export interface Fact {
  readonly part: Part;
  readonly value: FactValue;
  /** 示例: made up, nobody's policy. */
  readonly illustrative?: boolean;
  readonly place?: Place;
}

/** Which thing it is: a field, of the version, case, cell or slot that the steps lead to. Unique within its item. */
export interface Part {
  readonly field: Field;
  readonly steps: readonly Step[];
}

export type Step =
  /** `from` is a date; empty for a version without a beginning. */
  | { readonly kind: 'version'; readonly from: string }
  /** The year that a statistic measures. */
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'case'; readonly label: string }
  | { readonly kind: 'otherwise' }
  | { readonly kind: 'cell'; readonly keys: readonly LocalText[]; readonly column?: string }
  | { readonly kind: 'slot'; readonly slot: SlotName; readonly label?: string }
  /** A member, part, record or column by its name. */
  | { readonly kind: 'named'; readonly name: string }
  /** The n-th of several that nothing else tells apart, from 1. */
  | { readonly kind: 'nth'; readonly number: number };

export type SlotName =
  | 'applies'
  | 'base'
  | 'admit-before'
  | 'admit-after'
  | 'deductible'
  | 'rate'
  | 'adjustment'
  | 'person-share'
  | 'guarantee'
  | 'cap'
  | 'stock'
  | 'for-each'
  | 'rounding';

export type NumberUnit =
  | 'money'
  | 'unit-price'
  | 'rate'
  | 'points'
  | 'number'
  | 'working-days'
  | 'months'
  | 'items';

export type FactValue =
  /** `printRational` text in the unit: money in fen, rates and points per one. */
  | { readonly kind: 'number'; readonly unit: NumberUnit; readonly value: string }
  /** `YYYY-MM-DD` */
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'validity'; readonly from?: string; readonly to?: string }
  | { readonly kind: 'text'; readonly value: string }
  /** Quoted sentences. */
  | { readonly kind: 'quote'; readonly paragraphs: readonly string[] }
  /** In ascending order where the order means nothing. */
  | { readonly kind: 'names'; readonly values: readonly string[]; readonly ordered: boolean }
  /** A word of the language by its name in the IR: `year`, `best`, `city`. */
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  /** 未见 */
  | { readonly kind: 'unseen'; readonly reason: string }
  /** Equal meanings have equal `canonical` texts, whatever `text` people see. */
  | { readonly kind: 'formula'; readonly canonical: string; readonly text: LocalText }
  | { readonly kind: 'provenance'; readonly provenance: Provenance };

/** What of one structure is another in the other. */
export type Change =
  | { readonly kind: 'added'; readonly item: Item }
  | { readonly kind: 'removed'; readonly item: Item }
  /** A version of a declaration that says the same but from another day on. */
  | {
      readonly kind: 'version-moved';
      readonly subject: Subject;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: 'changed';
      readonly subject: Subject;
      readonly part: Part;
      /** Absent where it was not said before. */
      readonly before?: Fact;
      /** Absent where it is said no longer. */
      readonly after?: Fact;
    };

/** Two structures compared: changes in a fixed order, and renames that somebody may confirm. */
export interface StructureDifference {
  readonly changes: readonly Change[];
  readonly renames: readonly RenameProposal[];
}

/** Something went and something like it came: perhaps a rename. Never assumed. */
export interface RenameProposal {
  readonly kind: ItemKind;
  readonly before: string;
  readonly after: string;
  readonly document?: string;
  readonly reason: 'same-alias' | 'same-facts' | 'similar-facts';
  /** Facts that both have, and all that either has. */
  readonly shared: number;
  readonly of: number;
}
