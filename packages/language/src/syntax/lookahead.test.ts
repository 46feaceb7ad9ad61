import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LangiumParser } from 'langium';
import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EmptyFileSystem,
  inject,
} from 'langium';
import { expect, test } from 'vitest';
import { TiaoliGeneratedSharedModule, TiaoliGrammarGeneratedModule } from '../generated/module.ts';
import { parserModule } from './parser-module.ts';
import { printAst } from './print-ast.ts';

const good = join(import.meta.dirname, '../../../../test/golden/syntax/good');
const files = readdirSync(good).filter((file) => file.endsWith('.tiaoli'));

/** The same grammar with unbounded lookahead instead of three tokens. */
function createUnboundedParser(): LangiumParser {
  const shared = inject(
    createDefaultSharedCoreModule(EmptyFileSystem),
    TiaoliGeneratedSharedModule,
  );
  const services = inject(
    createDefaultCoreModule({ shared }),
    TiaoliGrammarGeneratedModule,
    parserModule,
    { parser: { ParserConfig: () => ({ recoveryEnabled: true, skipValidations: true }) } },
  );
  shared.ServiceRegistry.register(services);
  return services.parser.LangiumParser;
}

function createBoundedParser(): LangiumParser {
  const shared = inject(
    createDefaultSharedCoreModule(EmptyFileSystem),
    TiaoliGeneratedSharedModule,
  );
  const services = inject(
    createDefaultCoreModule({ shared }),
    TiaoliGrammarGeneratedModule,
    parserModule,
  );
  shared.ServiceRegistry.register(services);
  return services.parser.LangiumParser;
}

test('three tokens decide as unbounded lookahead would', () => {
  const bounded = createBoundedParser();
  const unbounded = createUnboundedParser();
  expect(files.length).toBeGreaterThan(60);
  for (const file of files) {
    const text = readFileSync(join(good, file), 'utf8');
    const result = bounded.parse(text);
    expect(result.parserErrors, file).toEqual([]);
    expect(printAst(result.value), file).toBe(printAst(unbounded.parse(text).value));
  }
});
