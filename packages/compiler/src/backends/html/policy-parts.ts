import type { ClauseDeclaration, DocumentDeclaration, Module } from '@tiaoli/ir';
import { indexModule } from '@tiaoli/ir';
import { documentAndBasis, inventedParameters } from '../../passes/grade-of.ts';
import type { PolicySources } from './emit-html.ts';
import { dedented, sourceSegments } from './source-segments.ts';
import type { ValueRow } from './value-table.ts';
import { isValueHolder, valueRows } from './value-table.ts';

/** A document as it is read: its clauses as they stand in each other, and the rules between them as they were written. */
export type PolicyPart =
  | {
      readonly kind: 'clause';
      readonly clause: ClauseDeclaration;
      readonly parts: readonly PolicyPart[];
    }
  | {
      readonly kind: 'rules';
      readonly lines: readonly string[];
      /** The values that these rules set. */
      readonly values: readonly ValueRow[];
    };

export interface PolicyParts {
  readonly document: DocumentDeclaration;
  readonly parts: readonly PolicyPart[];
}

/** The parts of the document of a module, in their order; undefined where its file is not among `sources`. */
export function policyParts(module: Module, sources: PolicySources): PolicyParts | undefined {
  const document = module.declarations.find(
    (each): each is DocumentDeclaration => each.kind === 'document' && each.id === module.document,
  );
  const text = document && sources.get(document.span.file);
  if (!document || text === undefined) return undefined;
  const own = module.declarations.filter(({ span }) => span.file === document.span.file);
  const clauses = own.filter((each): each is ClauseDeclaration => each.kind === 'clause');
  const invented = inventedParameters(module, documentAndBasis(module));
  const context = { module, index: indexModule(module), invented };
  const partsIn = (start: number, end: number): readonly PolicyPart[] =>
    sourceSegments(text, { start, end }, clauses).map((segment) => {
      if (segment.kind === 'clause') {
        const { clause, body } = segment;
        return { kind: 'clause', clause, parts: body ? partsIn(body.start, body.end) : [] };
      }
      const holders = own
        .filter(isValueHolder)
        .filter(({ span }) => segment.start <= span.start.offset && span.end.offset <= segment.end);
      return {
        kind: 'rules',
        lines: dedented(text, segment).split('\n'),
        values: holders.flatMap((holder) => valueRows(holder, context)),
      };
    });
  return { document, parts: partsIn(document.span.end.offset, text.length) };
}
