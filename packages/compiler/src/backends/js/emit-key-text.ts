import type { Code } from './code.ts';
import type { Scope } from './emission.ts';
import { constantOf, textConstant } from './emission.ts';

/** The text of a key of the state, as the interpreter prints it: a member by name, a number exactly. */
export function emitKeyText({ text, kind, scale, enumeration }: Code, scope: Scope): string {
  const { emission } = scope;
  switch (kind) {
    case 'text':
      return text;
    case 'boolean':
      return `String(${text})`;
    case 'index': {
      const names = emission.members.get(enumeration ?? '') ?? [];
      const table = constantOf(
        emission,
        `[${names.map((name) => textConstant(emission, name)).join(', ')}]`,
      );
      return `${table}[${text}]`;
    }
    case 'number':
    case 'bigint':
      if (scale === 1n) return `String(${text})`;
      emission.runtime.add('exactText');
      return `exactText(BigInt(${text}), ${scale}n)`;
    case 'set':
      throw new Error('a verified program keys no accumulator by a set');
  }
}
