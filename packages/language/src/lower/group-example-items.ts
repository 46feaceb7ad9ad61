import type {
  ExampleItem,
  Expectation as ExpectationNode,
  ListingExpectation,
  RecordItem,
  RowsItem,
  ServiceItem,
  StateValue,
  WatchItem,
} from '../generated/ast.ts';

/** The items of an 算例 by what they are for. */
export interface ExampleParts {
  place?: string;
  date?: string;
  readonly catalogues: RowsItem[];
  readonly before: StateValue[];
  readonly after: StateValue[];
  readonly subjects: RecordItem[];
  readonly events: {
    readonly record: RecordItem | ServiceItem | WatchItem;
    readonly expected: ExpectationNode[];
    readonly listings: ListingExpectation[];
  }[];
  readonly total: ExpectationNode[];
  readonly expected: ExpectationNode[];
}

/** Each event takes the 期望 written behind it. */
export function groupItems(items: readonly ExampleItem[], event: string | undefined): ExampleParts {
  const parts: ExampleParts = {
    catalogues: [],
    before: [],
    after: [],
    subjects: [],
    events: [],
    total: [],
    expected: [],
  };
  for (const item of items) {
    switch (item.$type) {
      case 'PlaceItem':
        parts.place = item.place;
        break;
      case 'DateItem':
        parts.date = item.date;
        break;
      case 'RowsItem':
        parts.catalogues.push(item);
        break;
      case 'BeforeItem':
        parts.before.push(...item.states);
        break;
      case 'AfterItem':
        parts.after.push(...item.states);
        break;
      case 'ServiceItem':
      case 'WatchItem':
        parts.events.push({ record: item, expected: [], listings: [] });
        break;
      case 'RecordItem':
        if (item.entity.$refText === event)
          parts.events.push({ record: item, expected: [], listings: [] });
        else parts.subjects.push(item);
        break;
      case 'ExpectItem': {
        const target = item.total ? parts.total : (parts.events.at(-1)?.expected ?? parts.expected);
        target.push(...item.expectations);
        parts.events.at(-1)?.listings.push(...item.listings);
      }
    }
  }
  return parts;
}
