import type { DeepPartial, LangiumCoreServices, Module } from 'langium';
import { createLangiumParser } from 'langium';
import { createParserMessages } from './parser-messages.ts';
import { skipWholeStatements } from './recovery.ts';
import { createLexer } from './scanner/lexer.ts';
import { buildTokenTypes, createTokenBuilder } from './token-builder.ts';
import { CanonicalValueConverter } from './value-converter.ts';

/** The parser half of the language's services: scanner, canonical values, recovery and messages. */
export const parserModule: Module<LangiumCoreServices, DeepPartial<LangiumCoreServices>> = {
  parser: {
    ParserConfig: () => ({
      recoveryEnabled: true,
      nodeLocationTracking: 'full',
      skipValidations: true,
      maxLookahead: 3,
    }),
    TokenBuilder: createTokenBuilder,
    Lexer: (services) => createLexer(buildTokenTypes(services.Grammar)),
    ValueConverter: () => new CanonicalValueConverter(),
    ParserErrorMessageProvider: createParserMessages,
    LangiumParser: (services) => skipWholeStatements(createLangiumParser(services)),
  },
};
