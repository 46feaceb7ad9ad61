import { dayNumber, printDate } from '@tiaoli/base';
import type { BoundDocument, Policies } from '@tiaoli/workspace';
import { bindDocument, resolveReference } from '@tiaoli/workspace';
import type { Makable, Simulating } from '../../../http/simulating.ts';
import type { MakeTask } from '../../../jobs/simulation-jobs.ts';

interface AskedPopulation {
  readonly province: string;
  readonly preset: string;
}

/** Samples of one province and size are the same for everybody. */
const SEED = 1;

/** Undefined where no such population is offered. */
export function askedPopulation(
  search: URLSearchParams,
  { provinces, sizes }: Makable,
): (AskedPopulation & { readonly persons: number }) | undefined {
  const [province, preset] = [search.get('province') ?? '', search.get('preset') ?? ''];
  const size = sizes.find((each) => each.preset === preset);
  return size && provinces.includes(province)
    ? { province, preset, persons: size.persons }
    : undefined;
}

/** The job that makes a population; undefined where the policies have no rules that it could be measured by. */
export function makeTask(
  policies: Policies,
  asked: NonNullable<ReturnType<typeof askedPopulation>>,
  { populations, makable }: Simulating,
): MakeTask | undefined {
  const bound = boundAllYear(policies, makable);
  if (!bound) return undefined;
  const { province, preset } = asked;
  const name = `${province}-${preset}-${SEED}`;
  const on = printDate(dayNumber({ year: makable.year, month: 1, day: 1 }));
  return {
    kind: 'make',
    ...asked,
    ...bound,
    name,
    seed: SEED,
    on,
    folder: populations.pathOf(name),
  };
}

function boundAllYear(
  policies: Policies,
  { rules: { document, jurisdiction }, year }: Makable,
): BoundDocument | undefined {
  const { reference } = resolveReference(policies, document);
  if (!reference) return undefined;
  const on = dayNumber({ year, month: 1, day: 1 });
  const last = dayNumber({ year, month: 12, day: 31 });
  const { bound } = bindDocument(policies, reference, { on, jurisdiction });
  const windows = Object.values(bound?.program.validity ?? {});
  return windows.some(({ to }) => to !== undefined && to < last) ? undefined : bound;
}
