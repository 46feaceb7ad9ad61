import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AstUtils } from 'langium';
import { expect, test } from 'vitest';
import { nodesOf, referencesOf } from './ast-nodes.ts';
import { createParser } from './syntax/parser.ts';

const policies = join(import.meta.dirname, '../../../policies');
const parser = createParser();

test('the lists are what the streams of Langium give, for every policy', () => {
  let nodes = 0;
  for (const path of readdirSync(policies, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.tiaoli')) continue;
    const { ast } = parser.parse(readFileSync(join(policies, path), 'utf8'));
    const listed = nodesOf(ast);
    expect(listed).toEqual(AstUtils.streamAst(ast).toArray());
    const streamed = listed.flatMap((node) => AstUtils.streamReferences(node).toArray());
    expect(listed.flatMap(referencesOf).map(({ reference }) => reference)).toEqual(
      streamed.map(({ reference }) => reference),
    );
    nodes += listed.length;
  }
  expect(nodes).toBeGreaterThan(5000);
});
