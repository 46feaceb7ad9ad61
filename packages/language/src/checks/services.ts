import type { Diagnostic, Span } from '@tiaoli/base';
import { fixOf, instead } from '@tiaoli/base';
import type {
  ChannelClaim,
  Service,
  ServiceChannels,
  ServiceField,
  ServiceMaterials,
} from '../generated/ast.ts';
import { channelNames } from '../handling/channels.ts';
import { finding, related } from '../messages.ts';
import { closestName } from '../references/closest-name.ts';
import type { DeclaredOf } from '../references/declared.ts';
import { ofKind } from '../references/declared-names.ts';
import { canonicalName } from '../references/predefined.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';
import { propertySpan } from './fixes.ts';
import { versionFindings, versionOf } from './versions.ts';

/** A 事项 has a limit, known channels, numbered materials, versions that do not overlap, and a code of its own. */
export function checkServices({ scope, nodes }: CheckContext): readonly Diagnostic[] {
  const services = ofKind(scope.own.all, 'service');
  return [
    ...services.flatMap(checkFields),
    ...checkCodes(nodes('Service')),
    ...[...nodes('ServiceChannels'), ...nodes('ChannelClaim')].flatMap(checkChannels),
    ...nodes('ServiceMaterials').flatMap(checkNumbers),
  ];
}

/** Fields whose versions may not overlap, by the word that they begin with. */
const datedFields: Readonly<Partial<Record<ServiceField['$type'], string>>> = {
  ServiceChannels: '渠道',
  ServiceSteps: '步骤',
  ServiceLimit: '时限',
  ServiceMaterials: '材料',
  ServiceHandler: '由',
  ServiceDiseases: '病种',
  ServiceFiling: '产生',
};

function checkFields({ name, nodes }: DeclaredOf<'service'>): readonly Diagnostic[] {
  const fields = nodes.flatMap((node) => node.fields);
  const hasLimit = fields.some(({ $type }) => $type === 'ServiceLimit');
  const missing = hasLimit ? [] : [finding('service-without-limit', spanOf(nodes[0]), { name })];
  const overlaps = Object.entries(datedFields).flatMap(([type, word]) => {
    const label = `${name}.${word}`;
    const versions = fields
      .filter(({ $type }) => $type === type)
      .map((field) => versionOf(field, 'validity' in field ? field.validity : undefined));
    return versionFindings(label, versions, twice(label));
  });
  return [...missing, ...overlaps];
}

function twice(name: string): (span: Span, first: Span) => Diagnostic {
  return (span, first) =>
    finding('duplicate-declaration', span, { name }, [
      related(first, '第一次在这里', 'first declared here'),
    ]);
}

function checkCodes(services: readonly Service[]): readonly Diagnostic[] {
  const known = new Map<string, Service>();
  return services.flatMap((service) => {
    const { code, name } = service;
    if (code === undefined) return [];
    const first = known.get(code);
    known.set(code, first ?? service);
    if (!first || first.name === name) return [];
    const other = [related(spanOf(first), '那个事项在这里', 'that service is here')];
    const span = propertySpan(service, 'code') ?? spanOf(service);
    return [finding('service-duplicate-code', span, { code, name: first.name }, other)];
  });
}

const spellings = channelNames.flatMap(({ name, english }) => [name, english]);

function checkChannels(node: ServiceChannels | ChannelClaim): readonly Diagnostic[] {
  return node.channels.flatMap((name, index) => {
    if (canonicalName(channelNames, name) !== undefined) return [];
    const suggestion = closestName(name, spellings);
    const span = propertySpan(node, 'channels', index) ?? spanOf(node);
    const known = channelNames.map((each) => each.name).join('、');
    const found = finding('service-unknown-channel', span, { name, suggestion, known });
    return [
      suggestion === undefined ? found : { ...found, fixes: [fixOf(instead(suggestion), span)] },
    ];
  });
}

function checkNumbers({ items }: ServiceMaterials): readonly Diagnostic[] {
  const at = items.findIndex(({ number }, index) => Number(number) !== index + 1);
  const wrong = items[at];
  if (!wrong) return [];
  const span = propertySpan(wrong, 'number') ?? spanOf(wrong);
  const found = finding('service-material-number', span, { number: wrong.number, wanted: at + 1 });
  return [{ ...found, fixes: [fixOf(instead(String(at + 1)), span)] }];
}
