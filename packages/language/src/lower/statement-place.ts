import type { ClauseRef, DateRef } from '@tiaoli/ir';
import { readerDate } from '@tiaoli/ir';
import type { TiaoliDocument } from '../tiaoli-document.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import type { LowerContext, Place } from './lower-context.ts';

/** Where a statement stands in the closure. */
export interface StatementPlace {
  readonly context: LowerContext;
  readonly document: TiaoliDocument;
  readonly clause?: ClauseRef;
  /** Name of the entity in whose block it stands. */
  readonly entity?: string;
}

/** The place of an expression directly under a statement. */
export function placeFor(statement: StatementPlace): Place {
  const date = defaultDate(statement);
  return {
    context: statement.context,
    document: statement.document,
    scope: statement.document.scope,
    lower: lowerExpression,
    ...(statement.clause && { clause: statement.clause }),
    governedBy: date,
    yearBy: date,
  };
}

/** The place of what a parameter is made of: its dates are those of whoever reads the parameter. */
export function placeInParameter(statement: StatementPlace): Place {
  return { ...placeFor(statement), governedBy: readerDate, yearBy: readerDate };
}

/** The date that governs a rule unless it says otherwise: the 结算日期 of the event, or the day asked about. */
export function defaultDate({ document }: StatementPlace): DateRef {
  const { eventEntity } = document.scope;
  const inputs = document.scope.lookup('结算日期', 'value').filter(({ kind }) => kind === 'input');
  const own = inputs.find(({ entity }) => eventEntity === undefined || entity === eventEntity);
  return own?.id ?? 'on';
}

/** Id of an input by its declared name, as this document sees it. */
export function inputNamed(name: string, { document }: StatementPlace): string | undefined {
  return document.scope.lookup(name, 'value').find(({ kind }) => kind === 'input')?.id;
}
