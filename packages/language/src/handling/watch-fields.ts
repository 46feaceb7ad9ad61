import type {
  WatchAgain,
  WatchCase,
  WatchCases,
  WatchedAmount,
  Watchlist,
  WatchlistField,
  WatchOrder,
  WatchSubject,
  WatchTold,
} from '../generated/ast.ts';

/** The fields of a 名单 by what they say; of each the first that is written. */
export interface WatchFields {
  readonly subject?: WatchSubject;
  readonly looked?: WatchedAmount;
  readonly listed?: WatchCases;
  readonly cases: readonly WatchCase[];
  /** 重叠 就低. */
  readonly least: boolean;
  readonly told?: WatchTold;
  readonly again?: WatchAgain;
  readonly orders: readonly WatchOrder[];
}

export function watchFields({ fields }: Watchlist): WatchFields {
  const first = <Type extends WatchlistField['$type']>(type: Type) =>
    fields.find((field): field is Extract<WatchlistField, { $type: Type }> => field.$type === type);
  const subject = first('WatchSubject');
  const looked = first('WatchedAmount');
  const listed = first('WatchCases');
  const told = first('WatchTold');
  const again = first('WatchAgain');
  const items = listed?.cases ?? [];
  return {
    ...(subject && { subject }),
    ...(looked && { looked }),
    ...(listed && { listed }),
    ...(told && { told }),
    ...(again && { again }),
    cases: items.filter((item) => item.$type === 'WatchCase'),
    least: items.some(({ $type }) => $type === 'WatchLeast'),
    orders: fields.filter((field) => field.$type === 'WatchOrder'),
  };
}
