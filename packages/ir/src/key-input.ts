import type { EntityDeclaration, InputDeclaration } from './declaration.ts';

/**
 * What tells the records of an entity apart: the first text field that the entity's own document declares for it (of
 * 参保人 the 成员); undefined where it has none.
 */
export function keyInput(
  { id, document }: Pick<EntityDeclaration, 'id' | 'document'>,
  inputs: readonly InputDeclaration[],
): InputDeclaration | undefined {
  return inputs.find(
    (input) => input.entity === id && input.document === document && input.type.kind === 'text',
  );
}
