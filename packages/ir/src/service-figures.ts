import type { DayNumber, Rational, Validity } from '@tiaoli/base';
import { compare, isInForce, parseRational, rational, ZERO } from '@tiaoli/base';
import type {
  FallClaim,
  MetricClaim,
  ServiceFields,
  ServiceVersion,
  UnseenField,
} from './service.ts';

/** A service as far as figures read it. */
export interface MeasuredService extends Pick<ServiceFields, 'channels' | 'materials' | 'limits'> {
  readonly name: string;
}

/** What a claim comes to: two whole numbers (before and after, or those that have the channel and all), or who lacks what. */
export type MetricFigures =
  | { readonly kind: 'figures'; readonly first: number; readonly second: number }
  | { readonly kind: 'unknown'; readonly services: readonly string[] };

/** The value of a field on a day; undefined where no version holds. Without a version that begins earlier the dated one waits. */
export function versionOn<T>(
  versions: readonly ServiceVersion<T>[],
  day: DayNumber,
): ServiceVersion<T> | undefined {
  return versions
    .filter(({ validity }) => isInForce(validity, day))
    .toSorted((left, right) => startOf(left.validity) - startOf(right.validity))
    .at(-1);
}

function startOf({ from = Number.NEGATIVE_INFINITY }: Validity): number {
  return from;
}

/** The days on which a version begins, each once, ascending. */
export function startsOf(versions: readonly ServiceVersion<unknown>[]): readonly DayNumber[] {
  const days = versions.flatMap(({ validity: { from } }) => (from === undefined ? [] : [from]));
  return [...new Set(days)].toSorted((left, right) => left - right);
}

export function isUnseen(value: unknown): value is UnseenField {
  return typeof value === 'object' && value !== null && 'unseen' in value;
}

/** Works a claim out over the services; nothing that is not written counts as a figure. */
export function metricFigures(
  claim: MetricClaim,
  services: readonly MeasuredService[],
): MetricFigures {
  if (services.length === 0) return { kind: 'unknown', services: [] };
  if (claim.kind === 'channels') {
    const has = services.map(({ channels }) => {
      const value = versionOn(channels, claim.on)?.value;
      return value === undefined || isUnseen(value)
        ? undefined
        : Number(claim.channels.some((channel) => value.includes(channel)));
    });
    return joined(services, [has, has.map(() => 1)]);
  }
  return joined(services, [
    services.map((service) => measured(service, claim, claim.from)),
    services.map((service) => measured(service, claim, claim.to)),
  ]);
}

/** What a claim comes to, and whether that is what it says. */
export type ClaimOutcome =
  | (Extract<MetricFigures, { kind: 'figures' }> & {
      /** Per one, exact: the fall, or the share of services; 0 of nothing. */
      readonly reached: Rational;
      readonly holds: boolean;
    })
  | Extract<MetricFigures, { kind: 'unknown' }>;

/** Holds the figures of a claim against the least that it promises. */
export function claimOutcome(
  claim: MetricClaim,
  services: readonly MeasuredService[],
): ClaimOutcome {
  const found = metricFigures(claim, services);
  if (found.kind === 'unknown') return found;
  const { first, second } = found;
  const [part, whole] = claim.kind === 'fall' ? [first - second, first] : [first, second];
  const reached = whole === 0 ? ZERO : rational(part, whole);
  const least = parseRational(claim.least) ?? ZERO;
  return { ...found, reached, holds: compare(reached, least) >= 0 };
}

function measured(
  service: MeasuredService,
  { measure }: FallClaim,
  day: DayNumber,
): number | undefined {
  if (measure === 'materials') {
    const value = versionOn(service.materials, day)?.value;
    return value === undefined || isUnseen(value) ? undefined : value.count;
  }
  const value = versionOn(service.limits, day)?.value;
  return value === undefined || isUnseen(value) ? undefined : value.workingDays;
}

function joined(
  services: readonly MeasuredService[],
  [first, second]: readonly [readonly (number | undefined)[], readonly (number | undefined)[]],
): MetricFigures {
  const lacking = services.filter((_, at) => first[at] === undefined || second[at] === undefined);
  if (lacking.length > 0) return { kind: 'unknown', services: lacking.map(({ name }) => name) };
  return { kind: 'figures', first: sum(first), second: sum(second) };
}

function sum(values: readonly (number | undefined)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
