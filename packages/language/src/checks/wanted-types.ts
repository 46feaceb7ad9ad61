import type { AstNode, Reference } from 'langium';
import type { AdjustSlot, Expression, TypeUse } from '../generated/ast.ts';
import { isRow } from '../generated/ast.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import { headerRow } from '../references/table-header.ts';
import { resolvedType } from '../types/declared-type.ts';
import type { LanguageType } from '../types/language-type.ts';
import { typeOfUse } from '../types/type-use.ts';

const money: LanguageType = { kind: 'money' };
const rate: LanguageType = { kind: 'rate' };
const points: LanguageType = { kind: 'points' };
const integer: LanguageType = { kind: 'integer' };
const decimal: LanguageType = { kind: 'decimal' };
const boolean: LanguageType = { kind: 'boolean' };
const days: LanguageType = { kind: 'duration', unit: 'days' };

/** What a place wants whatever stands around it; the first is named in messages. */
export const slotTypes: Readonly<Record<string, readonly LanguageType[]>> = {
  'Allocation.whole': [money],
  'AllocationAmendment.whole': [money],
  'Argument.condition': [boolean],
  'Accumulator.condition': [boolean],
  'AppliesSlot.condition': [boolean],
  'AdjustSlot.condition': [boolean],
  'Band.value': [rate],
  'BaseSlot.except': [money],
  'BaseSlot.items': [money],
  'CapPool.value': [money],
  'CaseSlot.condition': [boolean],
  'Choice.condition': [boolean],
  'Conjunction.left': [boolean],
  'Conjunction.right': [boolean],
  'Constraint.condition': [boolean],
  'CostLimitSlot.value': [money],
  'DeductibleSlot.value': [money],
  'Derogation.condition': [boolean],
  'Disjunction.left': [boolean],
  'Disjunction.right': [boolean],
  'ExceptionCase.condition': [boolean],
  'ExceptionSlot.condition': [boolean],
  'FlatRate.value': [rate],
  'Guarded.condition': [boolean],
  'GuaranteeSlot.base': [money],
  'GuaranteeSlot.condition': [boolean],
  'GuaranteeSlot.rate': [rate],
  'Not.operand': [boolean],
  'NthShares.shares': [rate],
  'PeriodCap.value': [money],
  'PersonShareSlot.value': [rate],
  'Renewal.each': [days, integer],
  'Scale.factor': [rate, decimal],
  'Share.least': [money],
  'Share.value': [money],
  'StepDown.by': [money],
  'StepDown.least': [money],
  'WatchCase.condition': [boolean],
  'WatchCase.value': [money],
  'WatchItem.amount': [money],
  'WatchedAmount.value': [money],
  'Waterfall.policy': [money],
  'Waterfall.whole': [money],
  'WhenCase.condition': [boolean],
  'WholeIncrease.value': [money],
  'YearCeiling.most': [money],
  'YearWaiver.threshold': [money],
};

type WantedAt = (container: AstNode, scope: DocumentScope) => readonly LanguageType[];

/** What a declaration around the value says. An empty list wants nothing that can be told. */
export const wantedTypes: Readonly<Record<string, WantedAt>> = {
  'Accumulator.value': declaredHere,
  'BetweenBound.high': ofTarget,
  'BetweenBound.low': ofTarget,
  'DatedVersion.value': declaredAround,
  'Definition.value': declaredHere,
  'Determination.value': ofTarget,
  'ExceptionCase.value': declaredAround,
  'Expectation.value': ofNamedValue,
  'Fact.value': ofField,
  'Input.default': declaredHere,
  'KeyedRow.value': declaredAround,
  'Limit.value': ofLimited,
  'LimitBound.value': ofTarget,
  'OtherwiseCase.value': declaredAround,
  'Override.value': ofTarget,
  'PlainVersion.value': declaredAround,
  'Shift.by': ofShift,
  'StateValue.value': ofNamedValue,
  'StepBound.value': ofStep,
  'ValueBound.value': ofBand,
  'WhenCase.value': declaredAround,
  'WordBound.value': ofBand,
};

interface Typed extends AstNode {
  readonly type?: TypeUse;
  readonly target?: Reference | Expression;
  readonly field?: Reference;
  readonly $container?: Typed;
}

function declaredHere(container: AstNode, scope: DocumentScope): readonly LanguageType[] {
  const { type } = container as Typed;
  return type ? [typeOfUse(type, scope)] : [];
}

/** A version, a case, a row: its parameter, definition or table says the type; the cells of a 确定 its target. */
function declaredAround(container: AstNode, scope: DocumentScope): readonly LanguageType[] {
  const around = (container as Typed).$container;
  if (around === undefined) return [];
  return around.$type === 'Determination' ? ofTarget(around, scope) : declaredHere(around, scope);
}

function ofTarget(container: AstNode, scope: DocumentScope): readonly LanguageType[] {
  const own = container as Typed;
  const statement = own.target === undefined ? own.$container : own;
  const target = statement?.target as Reference | undefined;
  if (target === undefined || statement === undefined) return [];
  const { type } = resolvedType(scope.resolveReference(target, statement), scope);
  return type.kind === 'points' ? [type, rate] : [type];
}

function ofStep(container: AstNode, scope: DocumentScope): readonly LanguageType[] {
  const [type] = ofTarget(container, scope);
  return type?.kind === 'rate' ? [type, points] : type ? [type] : [];
}

function ofField(container: AstNode, scope: DocumentScope): readonly LanguageType[] {
  const { field } = container as Typed;
  return field ? [resolvedType(scope.resolveReference(field, container), scope).type] : [];
}

function ofNamedValue(container: AstNode, scope: DocumentScope): readonly LanguageType[] {
  const { target } = container as Typed;
  return target ? [scope.typeOf(target as Expression).type] : [];
}

function ofShift(container: AstNode): readonly LanguageType[] {
  const { target } = container.$container as AdjustSlot;
  return target === 'rate' || target === 'person_share' ? [points, rate] : [money, rate];
}

/** What `{ 不低于 …； 不超过 … }` bounds. */
function ofLimited(container: AstNode, scope: DocumentScope): readonly LanguageType[] {
  const around = (container as Typed).$container;
  switch (around?.$type) {
    case 'Definition':
      return declaredHere(around, scope);
    case 'PlainVersion':
    case 'DatedVersion':
    case 'WhenCase':
    case 'ExceptionCase':
    case 'OtherwiseCase':
      return declaredAround(around, scope);
    case 'Share':
    case 'DeductibleSlot':
    case 'PeriodCap':
      return [money];
    case 'FlatRate':
      return [rate];
    case 'AdjustSlot':
      return ofAdjusted(around as unknown as AdjustSlot);
    default:
      return [];
  }
}

/** 不超过10：60%: the bounds of a band are amounts, in a layer and where a table is split into bands. */
function ofBand(bound: AstNode): readonly LanguageType[] {
  const interval = bound.$container;
  const around = interval?.$container;
  if (around?.$type === 'Band') return [money];
  const row = around?.$container;
  if (around === undefined || !isRow(row) || row.$container.$type !== 'Table') return [];
  const { dimensions, rows } = row.$container;
  const index = around.$containerIndex ?? 0;
  const isKey = around.$containerProperty === 'keys' || row.$type === 'GridRow';
  const isBand = isKey && dimensions[index]?.$type === 'BracketDimension';
  return isBand && row !== headerRow(rows) ? [money] : [];
}

/** The bounds of an adjustment hold for its result, or, in braces, for how much it adds. */
function ofAdjusted({ target }: AdjustSlot): readonly LanguageType[] {
  return target === 'rate' || target === 'person_share' ? [rate, points] : [money];
}
