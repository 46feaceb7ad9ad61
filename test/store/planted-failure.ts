import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import type { Adapt } from '@tiaoli/store';

/** Lets one statement fail, as if the server had been stopped before it, or behind it with the answer on its way. */
export interface PlantedFailure {
  readonly adapt: Adapt;
  /** The next statements are counted from 1, and the one of this number fails; none, where it is 0. */
  failAt(number: number, when?: FailureMoment): void;
  /** How many statements there were since. */
  count(): number;
}

export const failureMoments = ['before', 'behind'] as const;
export type FailureMoment = (typeof failureMoments)[number];

/** What runs a statement; on a server COMMIT is one. */
const statements: readonly PropertyKey[] = ['queryRaw', 'executeRaw', 'executeScript'];
/** What gives something that runs statements. */
const openers: readonly PropertyKey[] = ['connect', 'startTransaction'];

export function plantFailure(): PlantedFailure {
  let failing = 0;
  let failingWhen: FailureMoment = 'before';
  let counted = 0;
  const adapt: Adapt = (adapter) =>
    new Proxy(adapter, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        const call = (values: readonly unknown[]) => Reflect.apply(member, target, values);
        if (openers.includes(name)) {
          return async (...values: unknown[]) => adapt(await call(values));
        }
        const commits = name === 'commit' && endsByItself(target);
        if (!commits && !statements.includes(name)) return member.bind(target);
        return async (...values: unknown[]) => {
          counted += 1;
          const fails = counted === failing;
          const result: unknown =
            fails && failingWhen === 'before' ? undefined : await call(values);
          if (fails) await breakOff(target, commits);
          return result;
        };
      },
    });
  return {
    adapt,
    failAt: (number, when = 'before') => {
      failing = number;
      failingWhen = when;
      counted = 0;
    },
    count: () => counted,
  };

  /** A server that goes away takes the open transaction with it: without that, the connection would go on in its midst. */
  async function breakOff(target: object, commits: boolean): Promise<never> {
    const rollback: unknown = Reflect.get(target, 'rollback');
    if (typeof rollback === 'function') {
      const execute: unknown = Reflect.get(target, 'executeRaw');
      if (commits && failingWhen === 'before') await Reflect.apply(rollback, target, []);
      else if (!endsByItself(target) && typeof execute === 'function') {
        await Reflect.apply(execute, target, [{ sql: 'ROLLBACK', args: [], argTypes: [] }]);
      }
    }
    const cause = {
      kind: 'postgres',
      code: '57P01',
      severity: 'FATAL',
      message: 'planted',
    } as const;
    const nowhere = { detail: undefined, column: undefined, hint: undefined };
    throw new DriverAdapterError({ ...cause, ...nowhere });
  }
}

/** True for a transaction whose adapter commits; false where COMMIT is a statement like others. */
function endsByItself(target: object): boolean {
  const options: unknown = Reflect.get(target, 'options');
  return (
    typeof options === 'object' &&
    options !== null &&
    Reflect.get(options, 'usePhantomQuery') === true
  );
}
