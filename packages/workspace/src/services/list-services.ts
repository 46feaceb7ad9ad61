import type { DayNumber, Rational } from '@tiaoli/base';
import { printDate, rational } from '@tiaoli/base';
import type { FallClaim, ServiceDeclaration, ServiceVersion, UnseenField } from '@tiaoli/ir';
import { isUnseen, metricFigures, versionOn } from '@tiaoli/ir';
import { ofKind } from '@tiaoli/settlement';
import type { Policies } from '../open-policies.ts';

export interface ServicesRequest {
  /** A place as documents write it; every place without it. */
  readonly place?: string;
  /** Days to compare; without them the day before a document is in force, and its first day. */
  readonly before?: DayNumber;
  readonly after?: DayNumber;
}

/** What a document says of a service: a value, that the sources do not say, or nothing. */
export type ServiceValue<T> = { readonly value: T } | UnseenField | undefined;

/** A service on one day. */
export interface ServiceState {
  /** Working days; 0 for 即时. */
  readonly workingDays: ServiceValue<number>;
  readonly materials: ServiceValue<number>;
  readonly channels: ServiceValue<readonly string[]>;
}

export interface ComparedService {
  readonly name: string;
  readonly code?: string;
  readonly before: ServiceState;
  readonly after: ServiceState;
}

/** A sum over the services of a document, or which services do not say what it needs. */
export type ServiceTotal =
  | {
      readonly kind: 'figures';
      readonly before: number;
      readonly after: number;
      /** (before − after) ÷ before, exact; absent where there was nothing before. */
      readonly fall?: Rational;
    }
  | { readonly kind: 'unknown'; readonly services: readonly string[] };

export interface DocumentServices {
  readonly document: string;
  readonly title: string;
  readonly place?: string;
  readonly before: string;
  readonly after: string;
  readonly services: readonly ComparedService[];
  readonly workingDays: ServiceTotal;
  readonly materials: ServiceTotal;
}

export interface ServicesList {
  readonly documents: readonly DocumentServices[];
  /** Files with errors: their services are not in the list. */
  readonly leftOut: readonly string[];
}

/** The services of the documents of a place, before and after; what a sum needs and nobody says is named, never zero. */
export function listServices(
  { language, lower }: Policies,
  request: ServicesRequest,
): ServicesList {
  const headers = language
    .documents()
    .filter(({ place }) => request.place === undefined || place === request.place);
  const leftOut: string[] = [];
  const documents = headers.flatMap((header): readonly DocumentServices[] => {
    const { module } = lower(header.path);
    if (!module) leftOut.push(header.path);
    const services = ofKind(module?.declarations ?? [], 'service').filter(
      ({ span }) => span.file === header.path,
    );
    if (services.length === 0) return [];
    const { id, title, place, from = 0 } = header;
    const [before, after] = [request.before ?? from - 1, request.after ?? from];
    const total = (measure: FallClaim['measure']) => totalOf(services, { measure, before, after });
    return [
      {
        document: id,
        title,
        ...(place !== undefined && { place }),
        before: printDate(before),
        after: printDate(after),
        services: services.map((service) => compared(service, before, after)),
        workingDays: total('working-days'),
        materials: total('materials'),
      },
    ];
  });
  return { documents, leftOut };
}

function compared(
  service: ServiceDeclaration,
  before: DayNumber,
  after: DayNumber,
): ComparedService {
  const { name, code } = service;
  return {
    name,
    ...(code !== undefined && { code }),
    before: stateOn(service, before),
    after: stateOn(service, after),
  };
}

function stateOn(
  { limits, materials, channels }: ServiceDeclaration,
  day: DayNumber,
): ServiceState {
  return {
    workingDays: valueOn(limits, day, ({ workingDays }) => workingDays),
    materials: valueOn(materials, day, ({ count }) => count),
    channels: valueOn(channels, day, (list) => list),
  };
}

function valueOn<T extends object, U>(
  versions: readonly ServiceVersion<T | UnseenField>[],
  day: DayNumber,
  read: (value: T) => U,
): ServiceValue<U> {
  const value = versionOn(versions, day)?.value;
  if (value === undefined) return undefined;
  return isUnseen(value) ? value : { value: read(value) };
}

function totalOf(
  services: readonly ServiceDeclaration[],
  { measure, before, after }: Pick<FallClaim, 'measure'> & Record<'before' | 'after', DayNumber>,
): ServiceTotal {
  const [first] = services;
  if (!first) return { kind: 'unknown', services: [] };
  const claim = {
    kind: 'fall',
    measure,
    least: '0',
    from: before,
    to: after,
    span: first.span,
  } as const;
  const found = metricFigures(claim, services);
  if (found.kind === 'unknown') return found;
  const { first: earlier, second: later } = found;
  return {
    kind: 'figures',
    before: earlier,
    after: later,
    ...(earlier > 0 && { fall: rational(earlier - later, earlier) }),
  };
}
