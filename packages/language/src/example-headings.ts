import type { Span } from '@tiaoli/base';
import { nodesOf } from './ast-nodes.ts';
import type { File } from './generated/ast.ts';
import { isExample } from './generated/ast.ts';
import { spanOf } from './span-of.ts';

/** An 算例 as it is listed: what it is called and where it stands. */
export interface ExampleHeading {
  readonly name: string;
  readonly span: Span;
}

/** The examples of a file, in the order of its text. */
export function exampleHeadings(file: File): readonly ExampleHeading[] {
  const examples = nodesOf(file).filter(isExample);
  return examples.map((example) => ({ name: example.name, span: spanOf(example) }));
}
