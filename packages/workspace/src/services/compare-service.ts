import type { DayNumber } from '@tiaoli/base';
import type { Module, ServiceDeclaration, ServiceVersion, UnseenField } from '@tiaoli/ir';
import { isUnseen, versionOn } from '@tiaoli/ir';
import { citedText, markNames } from '../unify/cited-text.ts';
import type {
  ComparedService,
  FieldChange,
  SaidValue,
  ServiceFieldName,
  ServiceState,
  ServiceValue,
} from './services-list.ts';

/** The days that are compared. */
export interface ComparedDays {
  readonly before: DayNumber;
  readonly after: DayNumber;
}

/** A service on two days, with what changed between them. */
export function compareService(
  service: ServiceDeclaration,
  module: Module,
  days: ComparedDays,
): ComparedService {
  const { name, code, codeUnseen, within, category, levels, basis } = service;
  const [before, after] = [stateOn(service, days.before), stateOn(service, days.after)];
  return {
    name,
    ...(code !== undefined && { code }),
    ...(codeUnseen !== undefined && { codeUnseen }),
    ...(within !== undefined && { within }),
    ...(category !== undefined && { category }),
    levels,
    basis,
    clause: citedText(service, module),
    before,
    after,
    changes: changesOf(before, after),
  };
}

function stateOn(service: ServiceDeclaration, day: DayNumber): ServiceState {
  const listed = versionOn(service.materials, day)?.value;
  return {
    workingDays: valueOn(service.limits, day, ({ workingDays }) => workingDays),
    materials: valueOn(service.materials, day, ({ count }) => count),
    materialItems: listed === undefined || isUnseen(listed) ? [] : listed.items,
    channels: valueOn(service.channels, day, (list) => list),
    steps: valueOn(service.steps, day, (list) => list),
    handler: valueOn(service.handlers, day, (handler) => handler),
    diseases: valueOn(service.diseases, day, (count) => count),
    filing: valueOn(service.filings, day, (filing) => filing),
  };
}

function valueOn<T, U>(
  versions: readonly ServiceVersion<T | UnseenField>[],
  day: DayNumber,
  read: (value: T) => U,
): ServiceValue<U> {
  const version = versionOn(versions, day);
  if (!version) return undefined;
  if (isUnseen(version.value)) return version.value;
  return { value: read(version.value), ...trustOf(version) };
}

function trustOf({ provenance }: ServiceVersion<unknown>): Omit<SaidValue<never>, 'value'> {
  if (!provenance) return {};
  const { source, marks } = provenance;
  return {
    ...(source !== undefined && { source }),
    ...(marks.length > 0 && { marks: marks.map((mark) => markNames[mark]) }),
  };
}

function changesOf(before: ServiceState, after: ServiceState): ComparedService['changes'] {
  const of = (field: ServiceFieldName): FieldChange => fieldChange(before[field], after[field]);
  const materials = of('materials');
  return {
    workingDays: of('workingDays'),
    materials: materials === 'same' ? listChange(before, after) : materials,
    channels: of('channels'),
    steps: of('steps'),
    handler: of('handler'),
    diseases: of('diseases'),
    filing: filingChange(before.filing, after.filing),
  };
}

function fieldChange(left: ServiceValue<unknown>, right: ServiceValue<unknown>): FieldChange {
  if (left === undefined && right === undefined) return 'unsaid';
  if (left === undefined || right === undefined) return 'unknown';
  if ('unseen' in left || 'unseen' in right) return 'unknown';
  return isSame(left.value, right.value) ? 'same' : 'changed';
}

/** As many materials may be other ones; a list against a number alone tells nothing. */
function listChange(
  { materialItems: left }: ServiceState,
  { materialItems: right }: ServiceState,
): FieldChange {
  if (isSame(left, right)) return 'same';
  return left.length === 0 || right.length === 0 ? 'unknown' : 'changed';
}

/** A service that is not said to put anything on record puts nothing there. */
function filingChange(left: ServiceState['filing'], right: ServiceState['filing']): FieldChange {
  const isNew = (left === undefined) !== (right === undefined);
  return isNew ? 'changed' : fieldChange(left, right);
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
