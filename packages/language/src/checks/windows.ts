import type { Diagnostic } from '@tiaoli/base';
import { AstUtils } from 'langium';
import { isInput, isWatchedAmount } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';

/** 过去n个月 stands in what a 名单 looks at, or in the 缺省 of a fact of an application; never in an ordinary rule. */
export function checkWindows({ nodes }: CheckContext): readonly Diagnostic[] {
  return nodes('Argument').flatMap((node) => {
    const { window } = node;
    if (window === undefined) return [];
    const isAllowed =
      AstUtils.getContainerOfType(node, isWatchedAmount) ??
      AstUtils.getContainerOfType(node, isInput);
    return isAllowed ? [] : [finding('window-misplaced', spanOf(node), { window })];
  });
}
