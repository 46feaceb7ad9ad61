import type { LocalText } from '@tiaoli/base';
import { foreignLetter, skeleton } from '../checks/look-alikes.ts';
import { isSlotWord } from '../checks/readable-names.ts';
import type { LinkedFile } from '../link-documents.ts';
import type { Declared, NameSpace } from '../references/declared.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import { memberOf } from '../references/members.ts';
import { outputField } from '../references/output-fields.ts';
import { canonicalName, typeNames, waterfallNames } from '../references/predefined.ts';
import { nameUses } from './name-uses.ts';
import type { EditorSymbol } from './symbol.ts';
import type { LinkedFiles } from './symbols.ts';
import { rowsOf } from './symbols.ts';

/**
 * Why `symbol` cannot be called `name`: some document that sees it has that name already, so that one of the two would be
 * taken for the other. Undefined when nothing stands against it.
 */
export function conflictOf(
  symbol: EditorSymbol,
  name: string,
  files: LinkedFiles,
): LocalText | undefined {
  const seeing = [...files.values()].filter((linked) => sees(linked, symbol, files));
  const unread = seeing.find(({ open }) => open.syntax.length > 0);
  if (unread) {
    const { path } = unread.open;
    return {
      zh: `${path} 有语法错误，里面的名称认不全；先改正再改名`,
      en: `${path} has syntax errors, so not all of its names are known; mend them first`,
    };
  }
  for (const linked of seeing) {
    const found = takenIn(linked, symbol, name, files) ?? looksTaken(linked, symbol, name);
    if (found) return found;
  }
  return unreadable(symbol, name);
}

/** Names that the check of names would object to. */
function unreadable({ kind }: EditorSymbol, name: string): LocalText | undefined {
  const foreign = foreignLetter(name);
  if (foreign) {
    return {
      zh: `“${name}”里有看起来像别的字的字符，改用普通的字`,
      en: `“${name}” holds a character that looks like another one; use the ordinary one`,
    };
  }
  if (!isSlotWord(kind, name)) return undefined;
  return {
    zh: `“${name}”与层的一个要素同名，读起来会混淆；换一个名称`,
    en: `“${name}” is the name of a slot of layers and would be confused with it; choose another name`,
  };
}

/** A name that only looks the same is taken for the other one by readers. */
function looksTaken(
  { document }: LinkedFile,
  symbol: EditorSymbol,
  name: string,
): LocalText | undefined {
  const key = skeleton(name);
  const visible = [document.scope.own, ...document.scope.basis].flatMap(({ all }) => all);
  const alike = visible.find((each) => each.id !== symbol.id && skeleton(each.name) === key);
  if (alike === undefined) return undefined;
  return {
    zh: `“${name}”与“${alike.name}”看起来一样，会混淆；换一个名称`,
    en: `“${name}” looks like “${alike.name}” and would be confused with it; choose another name`,
  };
}

/** The file declares or uses the symbol, or rests on a document that declares it. */
function sees(linked: LinkedFile, symbol: EditorSymbol, files: LinkedFiles): boolean {
  const declaring = new Set(
    symbol.declarations.flatMap(({ name }) => files.get(name.file)?.document.id ?? []),
  );
  const visible = [linked.names, ...linked.basisNames];
  return visible.some(({ document }) => declaring.has(document));
}

function takenIn(
  linked: LinkedFile,
  symbol: EditorSymbol,
  name: string,
  files: LinkedFiles,
): LocalText | undefined {
  const { scope } = linked.document;
  switch (symbol.kind) {
    case 'column':
    case 'label':
    case 'clause':
    case 'example':
      return takenBySibling(linked, symbol, name);
    case 'member':
      return takenByMember(scope, symbol, name) ?? takenByValue(scope, name);
    case 'enumeration':
      return (
        predefined(typeNames, name) ??
        takenInSpace(scope, name, 'enumeration') ??
        (isOnlyType(symbol, files) ? undefined : takenByValue(scope, name))
      );
    case 'entity':
      return takenInSpace(scope, name, 'entity') ?? takenByValue(scope, name);
    case 'waterfall':
      return takenInSpace(scope, name, 'waterfall');
    default:
      return takenForValue(scope, symbol, name, files);
  }
}

function takenForValue(
  scope: DocumentScope,
  symbol: EditorSymbol,
  name: string,
  files: LinkedFiles,
): LocalText | undefined {
  const enumeration = scope.lookup(name, 'enumeration').find((each) => !isSame(each, symbol));
  const isMixed = enumeration && !isOnlyType(enumeration, files);
  return (
    predefined(waterfallNames, name) ??
    (outputField(name) && taken(name, '国家接口的字段', 'a field of the national interface')) ??
    takenInSpace(scope, name, 'value') ??
    takenInSpace(scope, name, 'entity') ??
    (isMixed ? takenInSpace(scope, name, 'enumeration') : undefined) ??
    takenByMember(scope, symbol, name)
  );
}

function taken(name: string, zh: string, en: string): LocalText {
  return {
    zh: `“${name}”已经是${zh}，会混在一起；换一个名称`,
    en: `“${name}” is ${en} already, the two would be confused; choose another name`,
  };
}

function takenInSpace(scope: DocumentScope, name: string, space: NameSpace): LocalText | undefined {
  const [found] = scope.lookup(name, space);
  if (found === undefined) return undefined;
  const { document } = found;
  return taken(name, `文件“${document}”里的名称`, `a name of the document “${document}”`);
}

function takenByValue(scope: DocumentScope, name: string): LocalText | undefined {
  return predefined(waterfallNames, name) ?? takenInSpace(scope, name, 'value');
}

function takenByMember(
  scope: DocumentScope,
  symbol: EditorSymbol,
  name: string,
): LocalText | undefined {
  const holder = scope
    .declarations('enumeration')
    .find((enumeration) => memberOf(enumeration, name, scope) !== undefined);
  if (holder === undefined || symbol.id === `${holder.id}#${name}`) return undefined;
  return taken(name, `枚举“${holder.name}”的成员`, `a member of “${holder.name}”`);
}

function predefined(
  table: Parameters<typeof canonicalName>[0],
  name: string,
): LocalText | undefined {
  const known = canonicalName(table, name);
  return known === undefined ? undefined : taken(name, '语言自带的名称', 'a name of the language');
}

function isSame(declared: Declared, { kind, id }: EditorSymbol): boolean {
  return declared.kind === kind && declared.id === id;
}

/** An enumeration that stands only as a type is never taken for a value of its name: 输入 险种：险种. */
function isOnlyType(
  { kind, id }: { readonly kind: EditorSymbol['kind']; readonly id: string },
  files: LinkedFiles,
): boolean {
  return rowsOf({ kind, id }, files).every(
    ({ role, node }) =>
      role !== 'reference' || node.$type === 'TypeUse' || node.$type === 'EnumerationExtension',
  );
}

/** Columns of one table, labels of one layer, clauses and examples of one document. */
function takenBySibling(
  linked: LinkedFile,
  symbol: EditorSymbol,
  name: string,
): LocalText | undefined {
  const wanted = symbol.id.slice(0, symbol.id.length - symbol.name.length) + name;
  const isTaken = nameUses(linked).some(
    ({ kind, id, role }) => kind === symbol.kind && id === wanted && role === 'declaration',
  );
  return isTaken ? taken(name, '同一处的另一个名称', 'another name of the same place') : undefined;
}
