import type { Diagnostic, Fix } from '@tiaoli/base';
import { parseDate } from '@tiaoli/base';
import type { Parameter, Validity } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';
import { propertySpan, withFixes } from './fixes.ts';
import { versionFindings, versionOf } from './versions.ts';

/** 自 … 至 …: in this order; the versions of a parameter and the years of a statistic are told apart. */
export function checkValidityOrder(context: CheckContext): readonly Diagnostic[] {
  const reversed = context.nodes('Validity').flatMap((node) => {
    const from = parseDate(node.from);
    const to = node.until === undefined ? undefined : parseDate(node.until);
    const isReversed = from !== undefined && to !== undefined && to < from;
    return isReversed
      ? [withFixes(finding('validity-order', spanOf(node), {}), [swapDates(node)])]
      : [];
  });
  return [...reversed, ...context.nodes('Parameter').flatMap(checkParameter)];
}

function swapDates({ from, until = '', ...node }: Validity): Fix | undefined {
  const [first, last] = [propertySpan(node, 'from'), propertySpan(node, 'until')];
  if (!first || !last) return undefined;
  return {
    title: { zh: `对调为自 ${until} 至 ${from}`, en: `swap ${from} and ${until}` },
    edits: [
      { span: first, text: until },
      { span: last, text: from },
    ],
  };
}

function checkParameter({ name, versions }: Parameter): readonly Diagnostic[] {
  const dated = versions.filter((each) => each.$type === 'DatedVersion');
  const byDate = dated.filter(({ year }) => year === undefined);
  const years = Map.groupBy(
    dated.filter(({ year }) => year !== undefined),
    ({ year }) => year,
  );
  const again = [...years.values()].flatMap(([, ...others]) => others);
  return [
    ...versionFindings(
      name,
      byDate.map((each) => versionOf(each, each.validity)),
      (span) => finding('duplicate-declaration', span, { name }),
    ),
    ...again.map((each) =>
      finding('duplicate-declaration', spanOf(each), { name: `${name} ${each.year ?? ''}` }),
    ),
  ];
}
