import type { DayNumber, Diagnostic } from '@tiaoli/base';
import { diagnosticOf, sortDiagnostics } from '@tiaoli/base';
import { sameItems } from './link-documents.ts';
import type { Linked } from './linked.ts';
import { errorsOf } from './linked.ts';
import { lowerDocument, stretchesOf, stretchOn } from './lower/index.ts';
import type { Closure, Lowered } from './lowered.ts';
import { loweringMessages } from './messages/lowering-messages.ts';
import type { CheckCode } from './messages.ts';
import { closureOf } from './references/closure.ts';
import type { TiaoliDocument } from './tiaoli-document.ts';

/** The document of a file as it is on a day; on its first without one. */
export function lowerOn(
  path: string,
  on: DayNumber | undefined,
  linked: Linked,
  catalogues: ReadonlyMap<string, string>,
): Lowered {
  const closure = closureFor(path, linked);
  const stretch = closure && stretchOn(closure.stretches, on);
  if (!closure || !stretch) return { diagnostics: [] };
  const { target, errors, leftOut, stretches } = closure;
  if (errors.length > 0) return { diagnostics: errors };
  const before = linked.modules.get(path) ?? [];
  const known = before.find(
    (each) => sameItems(each.documents, stretch.documents) && sameItems(each.leftOut, leftOut),
  );
  if (known) return known.lowered;
  const { documents } = stretch;
  const { module, diagnostics } = lowerDocument(target, documents, catalogues);
  const warnings = leftOut.map((each) => leftOutOverlay(target, each));
  const found = sortDiagnostics([...diagnostics, ...warnings]);
  const lowered = { ...(module && { module }), diagnostics: found };
  const kept = before.filter((each) =>
    stretches.some((other) => sameItems(each.documents, other.documents)),
  );
  linked.modules.set(path, [...kept, { documents, leftOut, lowered }]);
  return lowered;
}

/** What a file is made of; undefined when it is not open. */
export function closureFor(path: string, linked: Linked): Closure | undefined {
  const known = linked.closures.get(path) ?? findClosure(path, linked);
  if (known) linked.closures.set(path, known);
  return known;
}

function findClosure(path: string, linked: Linked): Closure | undefined {
  const target = linked.files.get(path)?.document;
  if (target === undefined) return undefined;
  const errors = sortDiagnostics(errorsBelow(target, linked));
  if (errors.length > 0) {
    return { target, errors, stretches: stretchesOf(target, [target]), leftOut: [] };
  }
  const unsound = new Set<TiaoliDocument>();
  const isSound = (each: TiaoliDocument): boolean => {
    if (errorsBelow(each, linked).length === 0) return true;
    unsound.add(each);
    return false;
  };
  const documents = closureOf(target, [...linked.documents.values()], isSound);
  return { target, errors, stretches: stretchesOf(target, documents), leftOut: [...unsound] };
}

/** Errors of a document and of all that it rests on. */
function errorsBelow(target: TiaoliDocument, linked: Linked): readonly Diagnostic[] {
  const below = new Set(target.scope.basis.map(({ file }) => file));
  const needed = [...linked.documents.values()].filter(
    (each) => each === target || below.has(each.file),
  );
  return needed.flatMap((each) => errorsOf(each, linked));
}

/** What a file is lowered to that only lacks rows of tables. */
export function lowerLacking(
  path: string,
  linked: Linked,
  catalogues: ReadonlyMap<string, string>,
): Lowered | undefined {
  const { withoutRows } = linked;
  if (!withoutRows.has(path)) withoutRows.set(path, lowerWithout(path, linked, catalogues));
  return withoutRows.get(path);
}

function lowerWithout(
  path: string,
  linked: Linked,
  catalogues: ReadonlyMap<string, string>,
): Lowered | undefined {
  const target = linked.files.get(path)?.document;
  const errors = target ? errorsBelow(target, linked) : [];
  if (!target || errors.length === 0 || !errors.every(lacksRows)) return undefined;
  const all = [...linked.documents.values()];
  const isSound = (each: TiaoliDocument): boolean => errorsBelow(each, linked).every(lacksRows);
  const [first] = stretchesOf(target, closureOf(target, all, isSound));
  return first && lowerDocument(target, first.documents, catalogues);
}

/** True of the finding that a table has no row for somebody: what it means is clear all the same. */
export function lacksRows({ code }: Diagnostic): boolean {
  return code === ('missing-key' satisfies CheckCode);
}

/** Said of the document that is calculated without the other: there the results differ. */
function leftOutOverlay(target: TiaoliDocument, { header }: TiaoliDocument): Diagnostic {
  const there = { zh: '有错误的文件', en: 'the document with errors' };
  return diagnosticOf('left-out-overlay', loweringMessages['left-out-overlay'], {
    params: header,
    span: target.header.span,
    related: [{ message: there, span: header.span }],
  });
}
