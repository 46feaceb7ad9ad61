import { printShare } from '@tiaoli/base';
import type {
  ComparedService,
  DocumentServices,
  MetricResult,
  ServiceFieldName,
} from '@tiaoli/workspace';

/** The fields in the order of the page. */
export const shownFields: readonly ServiceFieldName[] = [
  'workingDays',
  'materials',
  'channels',
  'steps',
  'handler',
  'diseases',
  'filing',
];

/** A field that changed, or that something of the service cannot be told. */
export type ChangeChoice = ServiceFieldName | 'unknown';

export interface ServiceFilter {
  /** One of them is enough; all services without any. */
  readonly changed: readonly ChangeChoice[];
  readonly category: string | undefined;
}

/** The services that the filter lets through, in their order. */
export function chooseServices(
  services: readonly ComparedService[],
  { changed, category }: ServiceFilter,
): readonly ComparedService[] {
  return services.filter(
    (service) =>
      (category === undefined || service.category === category) &&
      (changed.length === 0 || changed.some((choice) => isChosen(service, choice))),
  );
}

function isChosen({ changes }: ComparedService, choice: ChangeChoice): boolean {
  return choice === 'unknown'
    ? Object.values(changes).includes('unknown')
    : changes[choice] === 'changed';
}

/** 大项 of all services, each once, in the order met. */
export function categoriesOf(documents: readonly DocumentServices[]): readonly string[] {
  const all = documents.flatMap(({ services }) => services.map(({ category }) => category));
  return [...new Set(all.filter((category) => category !== undefined))];
}

export interface ServiceKey {
  readonly file: string;
  readonly name: string;
}

export interface ChosenService {
  readonly document: DocumentServices;
  readonly service: ComparedService;
}

/** The chosen service as the newest answer has it; undefined when it is gone. */
export function findService(
  documents: readonly DocumentServices[],
  key: ServiceKey | undefined,
): ChosenService | undefined {
  const document = documents.find(({ file }) => file === key?.file);
  const service = document?.services.find(({ name }) => name === key?.name);
  return document && service && { document, service };
}

export interface ListLine {
  readonly text: string;
  readonly state: 'same' | 'added' | 'removed';
}

/** What a list has now, with what was added, then what it had and has no more. */
export function compareLists(
  before: readonly string[],
  after: readonly string[],
): readonly ListLine[] {
  const now = after.map((text): ListLine => {
    return { text, state: before.includes(text) ? 'same' : 'added' };
  });
  const gone = before.filter((text) => !after.includes(text));
  return [...now, ...gone.map((text): ListLine => ({ text, state: 'removed' }))];
}

export interface Fall {
  readonly direction: 'fall' | 'rise' | 'same';
  /** `66.7%` of what it was before. */
  readonly share: string;
}

/** By how much of itself a number fell or rose; undefined where it was 0 before. */
export function fallOf(before: number, after: number): Fall | undefined {
  if (before === 0) return undefined;
  const share = printShare({ same: Math.abs(before - after), of: before });
  if (before === after) return { direction: 'same', share };
  return { direction: before > after ? 'fall' : 'rise', share };
}

/** To a tenth of a percent; cut off where a claim does not hold, so that it never reads as if it did. */
export function reachedPercent({
  measure,
  outcome,
}: Pick<MetricResult, 'measure' | 'outcome'>): string {
  if (outcome.kind === 'unknown') return '–';
  const { first, second, holds } = outcome;
  const isShare = measure === 'channels';
  const [part, whole] = isShare ? [first, second] : [first - second, first];
  if (whole === 0) return '0.0%';
  const size = Math.abs(part);
  const shown = holds ? { same: size, of: whole } : cutOff(size, whole);
  return `${part < 0 ? '−' : ''}${printShare(shown)}`;
}

function cutOff(part: number, whole: number): { readonly same: number; readonly of: number } {
  return { same: Math.floor((part * 1000) / whole), of: 1000 };
}
