import type { DayNumber } from '@tiaoli/base';
import { isInteger, printDate, rational } from '@tiaoli/base';
import type { Outcome } from '@tiaoli/interpreter';
import type { ServiceDeclaration } from '@tiaoli/ir';
import { isUnseen, versionOn } from '@tiaoli/ir';
import type { SettledClaim } from '@tiaoli/settlement';
import { createProgramSource, settleClaims } from '@tiaoli/settlement';
import type { Policies } from '../open-policies.ts';
import { servicesOf } from './list-services.ts';

/** By which day a service is done. */
export type ServiceDueDate =
  | {
      readonly kind: 'due';
      readonly name: string;
      readonly workingDays: number;
      readonly due: string;
      /** How many days from the day after acceptance to the due date are no working days. */
      readonly daysOff: number;
      /** What then stands on record, its first and last day. */
      readonly filing?: { readonly from: string; readonly to?: string };
    }
  /** The official calendar does not reach that far. */
  | { readonly kind: 'no-calendar'; readonly name: string; readonly workingDays: number }
  | { readonly kind: 'unseen'; readonly name: string; readonly reason: string }
  /** No limit is in force on the day of acceptance. */
  | { readonly kind: 'no-limit'; readonly name: string };

export interface ServiceDueDates {
  readonly accepted: string;
  readonly services: readonly ServiceDueDate[];
  /** The years whose days off were announced, both included, and who announced them. */
  readonly calendar?: { readonly first: number; readonly last: number; readonly source: string };
}

/**
 * When an application accepted on a day is done, for every service of a file, as its calculator says.
 *
 * @returns undefined where there is no such file, or it has errors
 */
export function serviceDueDates(
  policies: Policies,
  file: string,
  accepted: DayNumber,
): ServiceDueDates | undefined {
  const header = policies.language.documents().find(({ path }) => path === file);
  const module = header && policies.lower(file).module;
  if (!module) return undefined;
  const services = servicesOf(module, file);
  const inputs = new Map(services.map((service) => [service.accepted, rational(accepted)]));
  const { reference } = policies;
  // The day of acceptance chooses the versions of the fields; the file is read as on its first day, as examples do.
  const otherwiseOn = header.from ?? accepted;
  const source = createProgramSource({ versions: [{ header, module }], otherwiseOn, reference });
  const [claim] = settleClaims(
    source,
    [{ id: '1', facts: { inputs, children: new Map() } }],
    [],
  ).claims;
  const calendar = reference.workingDays;
  return {
    accepted: printDate(accepted),
    services: services.map((service) => dueDate(service, accepted, claim)),
    ...(calendar && { calendar: { ...calendar.years, source: calendar.source } }),
  };
}

function dueDate(
  service: ServiceDeclaration,
  accepted: DayNumber,
  claim: SettledClaim | undefined,
): ServiceDueDate {
  const { name, limits } = service;
  const limit = versionOn(limits, accepted)?.value;
  if (limit === undefined) return { kind: 'no-limit', name };
  if (isUnseen(limit)) return { kind: 'unseen', name, reason: limit.unseen };
  const { workingDays } = limit;
  const due = resultOf(service, '办结期限', claim);
  if (due === undefined) return { kind: 'no-calendar', name, workingDays };
  const [from, to] = [resultOf(service, '备案自', claim), resultOf(service, '备案至', claim)];
  const last = to === undefined ? {} : { to: printDate(to) };
  const isFiled = versionOn(service.filings, accepted) !== undefined && from !== undefined;
  return {
    kind: 'due',
    name,
    workingDays,
    due: printDate(due),
    daysOff: due - accepted - workingDays,
    ...(isFiled && { filing: { from: printDate(from), ...last } }),
  };
}

function resultOf(
  { results }: ServiceDeclaration,
  name: string,
  claim: SettledClaim | undefined,
): DayNumber | undefined {
  const id = results[name];
  if (claim?.kind !== 'settled' || id === undefined) return undefined;
  return dayIn(claim.outcomes.get(id));
}

function dayIn(outcome: Outcome | undefined): DayNumber | undefined {
  if (outcome?.status !== 'value' || typeof outcome.value !== 'object') return undefined;
  const { value } = outcome;
  return 'numerator' in value && isInteger(value) ? Number(value.numerator) : undefined;
}
