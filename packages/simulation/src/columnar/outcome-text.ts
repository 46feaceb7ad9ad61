import type { LocalText } from '@tiaoli/base';
import { assertNever } from '@tiaoli/base';
import type { Outcome } from './children.ts';

/** Why a job gave no answer, in words. */
export function outcomeText(outcome: Exclude<Outcome<never>, { kind: 'answer' }>): LocalText {
  switch (outcome.kind) {
    case 'failed':
      return { zh: outcome.reason, en: outcome.reason };
    case 'ended':
      return {
        zh: `子进程中断（${outcome.how}），多半是内存不足`,
        en: `the process ended (${outcome.how}), most likely out of memory`,
      };
    case 'too-long':
      return {
        zh: `${outcome.seconds} 秒内没有完成`,
        en: `not done within ${outcome.seconds} seconds`,
      };
    case 'cancelled':
      return { zh: '已取消', en: 'cancelled' };
    default:
      return assertNever(outcome);
  }
}
