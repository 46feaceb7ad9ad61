import type { ClauseDeclaration, ClauseRef } from '@tiaoli/ir';
import { normalNumber } from '../document-header.ts';
import type {
  AllocationAmendment,
  Article,
  Citation,
  Declaration,
  Derogation,
  Element,
  EntityField,
} from '../generated/ast.ts';
import type { TiaoliDocument } from '../tiaoli-document.ts';
import type { LowerContext } from './lower-context.ts';
import { declarationBase } from './statement.ts';
import type { StatementPlace } from './statement-place.ts';
import { placeFor } from './statement-place.ts';

/** A statement that lowering looks at, with where it stands. */
export interface PlacedStatement {
  readonly node: Declaration | EntityField | Derogation | AllocationAmendment;
  readonly statement: StatementPlace;
}

/** Every statement of a document with its clause, fields of entities included; clauses become declarations. */
export function placedStatements(
  context: LowerContext,
  document: TiaoliDocument,
): readonly PlacedStatement[] {
  return document.file.elements.flatMap((element) => placed(element, { context, document }));
}

function placed(element: Element, statement: StatementPlace): readonly PlacedStatement[] {
  switch (element.$type) {
    case 'Article': {
      const inside = { ...statement, clause: clauseOf(element, statement) };
      declareClause(element, inside);
      return element.body.flatMap((each) => placed(each, inside));
    }
    case 'UnderBlock':
    case 'Amendment': {
      const inside = { ...statement, clause: citedClause(element.source, statement) };
      return element.body.flatMap((each) => placed(each, inside));
    }
    case 'Entity': {
      const inside = { ...statement, entity: element.name };
      return [
        { node: element, statement },
        ...element.fields.map((node) => ({ node, statement: inside })),
      ];
    }
    default:
      return [{ node: element, statement }];
  }
}

function clauseOf(article: Article, { document, clause }: StatementPlace): ClauseRef {
  const own = clause?.document === document.id ? clause.path : [];
  return { document: document.id, path: [...own, article.number.replace(/^「|」$/g, '')] };
}

/** 据 文号 条「五」: the rule stands for that clause of the higher document. */
function citedClause(source: Citation, { document }: StatementPlace): ClauseRef {
  const cited = normalNumber(source.document);
  return { document: cited === '' ? document.id : cited, path: source.clauses.map(articleNumber) };
}

function articleNumber(text: string): string {
  return text.replace(/^(条|article)\s*/, '').replace(/^「|」$/g, '');
}

const STATUSES = {
  Informational: 'note',
  Uncoded: 'uncoded',
  InexpressibleClause: 'inexpressible',
} as const;

function declareClause(
  article: Article,
  statement: StatementPlace & { readonly clause: ClauseRef },
): void {
  const place = placeFor(statement);
  const path = statement.clause.path;
  const name = article.identifier ?? path.join('.');
  const reason = article.status && 'reason' in article.status ? article.status.reason : undefined;
  const declaration: ClauseDeclaration = {
    ...declarationBase(article, { id: `${statement.document.id}/条 ${name}`, name }, place),
    kind: 'clause',
    path,
    text: article.text,
    status: article.status ? STATUSES[article.status.$type] : 'rules',
    ...(reason !== undefined && { reason }),
  };
  statement.context.declarations.push(declaration);
}
