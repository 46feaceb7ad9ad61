import { compareText, printDate, printRational, rational } from '@tiaoli/base';
import type { FallClaim, Module, ServiceDeclaration } from '@tiaoli/ir';
import { metricFigures } from '@tiaoli/ir';
import type { DocumentHeader } from '@tiaoli/language';
import { ofKind } from '@tiaoli/settlement';
import type { Policies } from '../open-policies.ts';
import type { ComparedDays } from './compare-service.ts';
import { compareService } from './compare-service.ts';
import { serviceMetrics } from './service-metrics.ts';
import type {
  DocumentServices,
  OnlineShare,
  ServicesList,
  ServicesRequest,
  ServiceTotal,
} from './services-list.ts';

/** What a document without a place is of. */
const nation = '国家';

/** The services of the documents of a place, before and after; what a sum needs and nobody says is named, never zero. */
export function listServices(
  { language, lower }: Policies,
  request: ServicesRequest,
): ServicesList {
  const headers = language
    .documents()
    .filter(({ place = nation }) => request.place === undefined || place === request.place);
  const leftOut: string[] = [];
  const documents = headers.flatMap((header): readonly DocumentServices[] => {
    const { module } = lower(header.path);
    if (!module) leftOut.push(header.path);
    const services = module ? servicesOf(module, header.path) : [];
    if (!module || services.length === 0) return [];
    const { from = 0 } = header;
    const { before = from - 1, after = from } = request;
    return [documentServices(header, module, services, { before, after })];
  });
  return { documents, leftOut };
}

/** The services that a file itself declares. */
export function servicesOf({ declarations }: Module, file: string): readonly ServiceDeclaration[] {
  return ofKind(declarations, 'service').filter(({ span }) => span.file === file);
}

function documentServices(
  { id, title, path, place }: DocumentHeader,
  module: Module,
  services: readonly ServiceDeclaration[],
  days: ComparedDays,
): DocumentServices {
  return {
    document: id,
    title,
    file: path,
    ...(place !== undefined && { place }),
    before: printDate(days.before),
    after: printDate(days.after),
    services: services.map((service) => compareService(service, module, days)),
    workingDays: totalOf(services, 'working-days', days),
    materials: totalOf(services, 'materials', days),
    online: { before: onlineOn(services, days.before), after: onlineOn(services, days.after) },
    metrics: serviceMetrics(module, path, services),
  };
}

function totalOf(
  services: readonly ServiceDeclaration[],
  measure: FallClaim['measure'],
  { before: from, after: to }: ComparedDays,
): ServiceTotal {
  const [first] = services;
  if (!first) return { kind: 'unknown', services: [] };
  const { span } = first;
  const found = metricFigures({ kind: 'fall', measure, least: '0', from, to, span }, services);
  if (found.kind === 'unknown') return found;
  const { first: before, second: after } = found;
  const fall = before > 0 ? { fall: printRational(rational(before - after, before)) } : {};
  return { kind: 'figures', before, after, ...fall };
}

const onlineChannels = ['网上', '掌上'];

function onlineOn(services: readonly ServiceDeclaration[], on: ComparedDays['after']): OnlineShare {
  const [first] = services;
  if (!first) return { kind: 'unknown', services: [] };
  const { span } = first;
  const claim = { kind: 'channels', channels: onlineChannels, least: '0', on, span } as const;
  const found = metricFigures(claim, services);
  if (found.kind === 'unknown') return found;
  return { kind: 'figures', online: found.first, of: found.second };
}

/** The places whose documents have services, those with the most first. */
export function placesWithServices(policies: Policies): readonly string[] {
  const counts = new Map<string, number>();
  for (const { place = nation, services } of listServices(policies, {}).documents) {
    counts.set(place, (counts.get(place) ?? 0) + services.length);
  }
  return [...counts]
    .toSorted(([left, many], [right, more]) => more - many || compareText(left, right))
    .map(([place]) => place);
}
