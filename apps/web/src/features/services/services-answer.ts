import type { ServicesList } from '@tiaoli/workspace';

/** What `/api/services` answers. */
export interface ServicesAnswer {
  /** Those whose documents have services, the most first. */
  readonly places: readonly string[];
  /** The one that was asked for, else the first; absent where no place has services. */
  readonly place?: string;
  /** The calendar day in China. */
  readonly today: string;
  readonly list: ServicesList;
}

/** What the address asks for. */
export interface AskedServices {
  readonly place: string | undefined;
  readonly before: string | undefined;
  readonly after: string | undefined;
}
