import type { Diagnostic } from '@tiaoli/base';
import { AstUtils } from 'langium';
import type { Argument, Call } from '../generated/ast.ts';
import { isDefinition, isEntity, isOutput } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import type { FunctionName } from '../references/predefined.ts';
import { recordsReadIn } from '../references/records-read.ts';
import { spanOf } from '../span-of.ts';
import { isAssignable, isComparable } from '../types/arithmetic.ts';
import { signatures } from '../types/infer-call.ts';
import type { LanguageType } from '../types/language-type.ts';
import { typeText } from '../types/type-text.ts';
import type { CheckContext } from './check.ts';

/** Calls: as many arguments as the function takes, of its types; 商 only where no person is paid by it. */
export function checkCallTypes(context: CheckContext): readonly Diagnostic[] {
  return context.nodes('Call').flatMap((call) => {
    const callee = context.scope.resolve(call.callee);
    return callee.kind === 'function' ? checkCall(call, callee.name, context) : [];
  });
}

function checkCall(call: Call, name: FunctionName, context: CheckContext): readonly Diagnostic[] {
  const { least, most } = signatures[name];
  const given = call.arguments.length;
  if (call.arguments.some((argument) => isAstray(argument, given, name, context))) {
    return [finding('not-over-members', spanOf(call), { name })];
  }
  if (given < least || given > most) {
    return [finding('wrong-argument-count', spanOf(call), { name, least, most, given })];
  }
  if (name === '商' && !mayDivide(call, context)) {
    return [finding('misplaced-quotient', spanOf(call), {})];
  }
  return [
    ...call.arguments.flatMap((argument) => checkArgument(argument, name, context)),
    ...checkTogether(call, context),
  ];
}

/** Goes over members or records where the function does not, or has a condition and nothing to go over. */
function isAstray(
  { value, set, window, condition }: Argument,
  given: number,
  name: FunctionName,
  { scope }: CheckContext,
): boolean {
  if (window !== undefined) return false;
  const isOfRecords = recordsReadIn(value, scope) !== undefined;
  if (set !== undefined || isOfRecords) {
    const goesOver = signatures[name].aggregate && !(isOfRecords && name === '第二大');
    return !goesOver || given > 1;
  }
  const { kind } = scope.typeOf(value).type;
  return condition !== undefined && !['set', 'integer-set', 'unknown'].includes(kind);
}

/** In 结果, and in what is defined of a year of an area, a province or an institution where no layer pays. */
function mayDivide(call: Call, { scope }: CheckContext): boolean {
  if (AstUtils.getContainerOfType(call, isOutput)) return true;
  if (!AstUtils.getContainerOfType(call, isDefinition)) return false;
  const entity = AstUtils.getContainerOfType(call, isEntity)?.name;
  if (entity === undefined || scope.declarations('layer').length > 0) return false;
  const chain = [entity, ...scope.entitiesAbove(entity)];
  return scope
    .declarations('entity')
    .filter(({ name }) => chain.includes(name))
    .some(({ nodes }) => nodes.some(({ period, keys }) => period === 'year' && keys.length > 0));
}

function checkArgument(
  { value, set }: Argument,
  name: FunctionName,
  { scope }: CheckContext,
): readonly Diagnostic[] {
  const { argument } = signatures[name];
  const type = scope.typeOf(value).type;
  const wanted = argument && ({ kind: argument } as LanguageType);
  if (wanted && !isAssignable(type, wanted)) return [mismatch(value, type, wanted, scope)];
  const setType = set && scope.typeOf(set).type;
  const isSet =
    setType === undefined ||
    setType.kind === 'set' ||
    setType.kind === 'integer-set' ||
    setType.kind === 'unknown';
  return isSet || !set ? [] : [finding('not-a-set', spanOf(set), { relation: '于' })];
}

/** 最大(0, 天数) and the like: all arguments are of one unit. */
function checkTogether(call: Call, { scope }: CheckContext): readonly Diagnostic[] {
  const [first, ...others] = call.arguments;
  if (first === undefined) return [];
  const left = scope.typeOf(first.value).type;
  return others.flatMap(({ value }) => {
    const right = scope.typeOf(value).type;
    if (isComparable(left, right)) return [];
    const bare = [first.value, value].find((each) => scope.typeOf(each).type.kind === 'number');
    const isMoney = left.kind === 'money' || right.kind === 'money';
    if (bare && isMoney) {
      return [finding('plain-number-as-money', spanOf(bare), { text: bare.$cstNode?.text ?? '' })];
    }
    const [one, two] = [typeText(left, scope), typeText(right, scope)];
    const sides = { left: one.zh, leftEn: one.en, right: two.zh, rightEn: two.en };
    const operation = { operation: '放在一起比较', operationEn: 'compared' };
    return [finding('unit-mismatch', spanOf(value), { ...sides, ...operation })];
  });
}

function mismatch(
  node: Argument['value'],
  type: LanguageType,
  wanted: LanguageType,
  scope: CheckContext['scope'],
): Diagnostic {
  const [found, expected] = [typeText(type, scope), typeText(wanted, scope)];
  const params = {
    found: found.zh,
    foundEn: found.en,
    expected: expected.zh,
    expectedEn: expected.en,
  };
  return finding('type-mismatch', spanOf(node), params);
}
