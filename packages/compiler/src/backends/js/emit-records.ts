import type { Definition, Program } from '@tiaoli/ir';
import type { Code } from './code.ts';
import type { EmitExpr, Scope } from './emission.ts';
import { freshName, homeRecord } from './emission.ts';
import { recordLoop } from './emit-aggregate.ts';
import { emitDefinition } from './emit-reference.ts';

/** What a calculator gives for each record of a child entity: a list under `key` of the results. */
export interface EmittedRecords {
  readonly key: string;
  readonly entity: string;
  readonly results: readonly { readonly definition: Definition; readonly code: Code }[];
}

/** A loop for each entity right below the event, which lists the public results of its records in the order given. */
export function emitRecords(
  program: Program,
  scope: Scope,
  emit: EmitExpr,
  textOf: (code: Code, at: number) => string,
): readonly EmittedRecords[] {
  const { index } = scope.emission.analysis;
  const isEvent = (id: string | undefined): boolean =>
    id !== undefined && (index.entities.get(id)?.order.length ?? 0) > 0;
  const below = [...index.entities.values()].filter(({ parent }) => isEvent(parent));
  return below.flatMap(({ id: entity }) => {
    const own = program.definitions.filter(
      (each) => each.entity === entity && each.visibility === 'result',
    );
    if (own.length === 0) return [];
    const key = freshName(scope.emission, 'm');
    const loop = recordLoop({ entity }, { ...scope, record: homeRecord(undefined, scope.record) });
    const results = own.map((definition) => ({
      definition,
      code: emitDefinition(definition.id, loop.scope, emit),
    }));
    const texts = results.map(({ code }, at) => textOf(code, at)).join(', ');
    scope.block.push(
      `const ${key} = [];`,
      loop.head,
      ...loop.scope.block,
      `${key}.push({ ${texts} });`,
      '}',
    );
    return [{ key, entity, results }];
  });
}
