import type { AstNode, LangiumCoreServices, ReferenceInfo, Scope } from 'langium';
import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EMPTY_SCOPE,
  EmptyFileSystem,
  inject,
  MapScope,
  URI,
} from 'langium';
import type { File } from './generated/ast.ts';
import { TiaoliGeneratedSharedModule, TiaoliGrammarGeneratedModule } from './generated/module.ts';
import type { FindScope } from './references/create-scope.ts';
import { targetOf } from './references/resolution.ts';
import type { ParsedSource } from './syntax/parser.ts';
import { createParser, sizeFinding, syntaxDiagnostics } from './syntax/parser.ts';
import { parserModule } from './syntax/parser-module.ts';

/** The services of the language. Links of Langium and answers of `DocumentScope` are the same by construction. */
export function createServices(findScope: FindScope): LangiumCoreServices {
  const shared = inject(
    createDefaultSharedCoreModule(EmptyFileSystem),
    TiaoliGeneratedSharedModule,
  );
  const services = inject(
    createDefaultCoreModule({ shared }),
    TiaoliGrammarGeneratedModule,
    parserModule,
    {
      references: {
        ScopeProvider: (core: LangiumCoreServices) => ({
          getScope: (context: ReferenceInfo) => linkedScope(context, findScope, core),
        }),
      },
    },
  );
  shared.ServiceRegistry.register(services);
  return services;
}

/**
 * The AST of a text, as a document of Langium, and what is wrong with its surface.
 *
 * Never throws: when the parser does, the finding is `parser-failure`, and the services must not be used again.
 */
export function parseText(services: LangiumCoreServices, path: string, text: string): ParsedSource {
  const parsed = parseGuarded(services, path, text);
  services.shared.workspace.LangiumDocumentFactory.fromModel(parsed.ast, uriOf(path));
  return parsed;
}

function parseGuarded(services: LangiumCoreServices, path: string, text: string): ParsedSource {
  // What the guard refuses, and what makes the parser throw, goes to a parser of its own, which says what is wrong.
  if (sizeFinding(text)) return createParser().parse(text, path);
  try {
    const result = services.parser.LangiumParser.parse<File>(text);
    return { ast: result.value, findings: syntaxDiagnostics(result, text, path) };
  } catch {
    return createParser().parse(text, path);
  }
}

/** The URI whose path `spanOf` reads back. Two slashes at the start would make an authority of the first folder. */
function uriOf(path: string): URI {
  return URI.from({ scheme: 'tiaoli', path: path.replace(/^\/{2,}/, '/') });
}

/** A scope of the one node that the reference means. */
function linkedScope(
  { reference, container }: ReferenceInfo,
  findScope: FindScope,
  services: LangiumCoreServices,
): Scope {
  if (!('ref' in reference)) return EMPTY_SCOPE;
  const scope = findScope(rootOf(container));
  if (scope === undefined) return EMPTY_SCOPE;
  const resolution =
    container.$type === 'NameReference'
      ? scope.resolve(container as Parameters<typeof scope.resolve>[0])
      : scope.resolveReference(reference, container);
  const target = targetOf(resolution);
  if (target === undefined) return EMPTY_SCOPE;
  const descriptions = services.workspace.AstNodeDescriptionProvider;
  return new MapScope([descriptions.createDescription(target, reference.$refText)]);
}

function rootOf(node: AstNode): AstNode {
  let root = node;
  while (root.$container) root = root.$container;
  return root;
}
