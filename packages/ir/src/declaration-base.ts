import type { Span } from '@tiaoli/base';
import type { ClauseRef } from './definition.ts';
import type { Expr } from './expr.ts';
import type { Provenance } from './provenance.ts';

/** What every declaration has. */
export interface DeclarationBase {
  /** Unique in the module: `DOCUMENT/NAME`. A name is identity; a number never is. */
  readonly id: string;
  readonly name: string;
  /** English name (别名) used in JSON beside the declared one. */
  readonly alias?: string;
  /** `DocumentDeclaration.id` of the document it stands in. */
  readonly document: string;
  readonly clause?: ClauseRef;
  readonly span: Span;
  readonly provenance?: Provenance;
  /** Findings that the author accepts here (豁免). */
  readonly exemptions?: readonly Exemption[];
}

export interface Exemption {
  readonly code: string;
  readonly reason: string;
  readonly when?: Expr;
  /** Where it is written. */
  readonly span: Span;
}
