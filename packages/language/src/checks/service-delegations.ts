import type { DayNumber, Diagnostic, Span } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import type { ServiceFields, ServiceVersion, UnseenField } from '@tiaoli/ir';
import { isUnseen, startsOf, versionOn } from '@tiaoli/ir';
import { nodesOf } from '../ast-nodes.ts';
import type { ServiceDelegation, ServiceTerm } from '../generated/ast.ts';
import { isServiceDelegation } from '../generated/ast.ts';
import { serviceFields } from '../handling/service-fields.ts';
import { finding, related } from '../messages.ts';
import type { DeclaredOf } from '../references/declared.ts';
import { ofKind } from '../references/declared-names.ts';
import type { DeclaredNames } from '../references/document-scope.ts';
import { spanOf } from '../span-of.ts';
import type { DocumentHeader } from '../tiaoli-document.ts';
import type { CheckContext } from './check.ts';
import { levelNames, levelRanks } from './levels.ts';

/** 事项授权 goes down; a lower document is as fast as it must be and asks for no more, in every version. */
export function checkServiceDelegations(context: CheckContext): readonly Diagnostic[] {
  const { nodes, document, scope } = context;
  const { level } = document.header;
  const upward = nodes('ServiceDelegation').flatMap((node) =>
    node.levels
      .filter((each) => levelRanks[each] <= levelRanks[level])
      .map((each) =>
        finding('delegation-level', spanOf(node), {
          level: levelNames[each],
          own: levelNames[level],
        }),
      ),
  );
  const services = ofKind(scope.own.all, 'service').flatMap((own) => {
    const above = scope.basis.flatMap((names) => {
      const found = ofKind(names.all, 'service').find(({ name }) => name === own.name);
      return found ? [{ names, found }] : [];
    })[0];
    return above ? checkAgainst(own, above.found, above.names, document.header) : [];
  });
  return [...upward, ...services];
}

function checkAgainst(
  own: DeclaredOf<'service'>,
  above: DeclaredOf<'service'>,
  { file, document }: DeclaredNames,
  { level, from = Number.MIN_SAFE_INTEGER }: DocumentHeader,
): readonly Diagnostic[] {
  const terms = new Set(
    nodesOf(file)
      .filter(isServiceDelegation)
      .filter(({ levels }: ServiceDelegation) => levels.includes(level))
      .flatMap((each) => each.terms),
  );
  const pair: Pair = {
    name: own.name,
    document,
    own: serviceFields(own.nodes),
    above: serviceFields(above.nodes),
    there: spanOf(above.nodes[0]),
    terms,
    from,
  };
  return [...checkLimits(pair), ...checkMaterials(pair)];
}

interface Pair {
  readonly name: string;
  /** The document above. */
  readonly document: string;
  readonly own: ServiceFields;
  readonly above: ServiceFields;
  readonly there: Span;
  readonly terms: ReadonlySet<ServiceTerm>;
  /** The first day of the lower document. */
  readonly from: DayNumber;
}

function checkLimits(pair: Pair): readonly Diagnostic[] {
  const { own, above, name, terms } = pair;
  const [first] = own.limits;
  if (!first) return [];
  if (!terms.has('no_slower')) return [notDelegated(pair, first.span, '时限', 'time limit')];
  return differing(own.limits, above.limits, pair.from).flatMap(([mine, theirs, day]) => {
    const slower = mine.value.workingDays > theirs.value.workingDays;
    if (!slower) return [];
    const figures = { own: mine.value.workingDays, above: theirs.value.workingDays };
    const other = [related(theirs.span, '上级的时限', 'the limit above')];
    return [
      finding('service-slower', mine.span, { name, ...figures, date: printDate(day) }, other),
    ];
  });
}

function checkMaterials(pair: Pair): readonly Diagnostic[] {
  const { own, above, name, terms } = pair;
  const [first] = own.materials;
  if (!first) return [];
  if (!terms.has('no_more')) return [notDelegated(pair, first.span, '材料', 'materials')];
  return differing(own.materials, above.materials, pair.from).flatMap(([mine, theirs]) => {
    const listed = theirs.value.items.length > 0;
    const more = listed
      ? mine.value.items.filter((each) => !theirs.value.items.includes(each))
      : [];
    if (mine.value.count <= theirs.value.count && more.length === 0) return [];
    const figures = { own: mine.value.count, above: theirs.value.count };
    const other = [related(theirs.span, '上级的材料', 'the materials above')];
    return [
      finding(
        'service-more-materials',
        mine.span,
        { name, more: more.join('、'), ...figures },
        other,
      ),
    ];
  });
}

function notDelegated(
  { name, document, there }: Pair,
  span: Span,
  field: string,
  fieldEn: string,
): Diagnostic {
  const other = [related(there, '上级的事项', 'the service above')];
  return finding('service-not-delegated', span, { name, document, field, fieldEn }, other);
}

type Compared<T> = readonly [ServiceVersion<T>, ServiceVersion<T>, DayNumber];

/** Both versions that hold together, from the first day on which they do. */
function differing<T>(
  own: readonly ServiceVersion<T | UnseenField>[],
  above: readonly ServiceVersion<T | UnseenField>[],
  from: DayNumber,
): readonly Compared<T>[] {
  const days = [from, ...startsOf([...own, ...above]).filter((day) => day > from)];
  return days.flatMap((day): readonly Compared<T>[] => {
    const [mine, theirs] = [versionOn(own, day), versionOn(above, day)];
    return mine && theirs && isKnown(mine) && isKnown(theirs) ? [[mine, theirs, day]] : [];
  });
}

function isKnown<T>(version: ServiceVersion<T | UnseenField>): version is ServiceVersion<T> {
  return !isUnseen(version.value);
}
