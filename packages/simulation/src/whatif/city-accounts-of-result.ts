import type { Diagnostic } from '@tiaoli/base';
import { fenOfYuan, fileSpan, printRational, rational, yuanOfFen } from '@tiaoli/base';
import { report } from '../messages.ts';
import type {
  Change,
  CityChange,
  Estimate,
  FundBalance,
  ReformResult,
  SimulationResult,
} from '../result/simulation-result.ts';
import type { CityBalance } from './city-balance.ts';
import { balanceCities, usualAdjustment } from './city-balance.ts';
import type { ReadWhatIf } from './read-whatif.ts';

type WithBalances =
  | { readonly kind: 'balanced'; readonly result: SimulationResult }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** The accounts of the cities under both versions, where they were given; cities without accounts have none. */
export function withBalances(
  result: SimulationResult,
  { accounts, adjustment }: Extract<ReadWhatIf, { kind: 'read' }>,
): WithBalances {
  if (!accounts) return { kind: 'balanced', result };
  const known = new Set(result.reforms.flatMap(({ cities }) => cities.map(({ city }) => city)));
  const unknown = accounts.filter(({ city }) => !known.has(city)).map(({ city }) => city);
  if (unknown.length > 0) {
    const fault = report('whatif-cities', { cities: unknown.join('、') }, fileSpan('--funds'));
    return { kind: 'refused', diagnostics: [fault] };
  }
  const byCity = new Map(accounts.map((each) => [each.city, each]));
  const reforms = result.reforms.map((reform): ReformResult => {
    const cities = reform.cities.flatMap((city) => {
      const account = byCity.get(city.city);
      return account && !city.isSuppressed ? [{ city, account }] : [];
    });
    const [before, after] = (['baseline', 'reform'] as const).map((side) =>
      balanceCities(
        cities.map(({ city, account }) => ({ account, spending: fenOf(city.fund[side]) })),
        adjustment,
      ),
    );
    const balances = new Map(
      cities.map(({ city, account }, at) => [
        city.city,
        balanceOf(city, account.income, before?.[at], after?.[at]),
      ]),
    );
    return { ...reform, cities: reform.cities.map((city) => withBalance(city, balances)) };
  });
  const [paid, covered] = [adjustment.paid, adjustment.covered].map(printRational);
  const isIllustrative = adjustment === usualAdjustment;
  const rule = { paid: paid ?? '0', covered: covered ?? '0', isIllustrative };
  return { kind: 'balanced', result: { ...result, reforms, adjustment: rule } };
}

function withBalance(
  city: CityChange,
  balances: ReadonlyMap<string, FundBalance | undefined>,
): CityChange {
  const balance = balances.get(city.city);
  return balance ? { ...city, balance } : city;
}

/** Undefined where nothing is spent, so that no reserve lasts for any number of months. */
function balanceOf(
  { fund }: CityChange,
  income: bigint,
  before: CityBalance | undefined,
  after: CityBalance | undefined,
): FundBalance | undefined {
  if (before?.months === undefined || after?.months === undefined) return undefined;
  const net = ({ paidOut, paidIn }: CityBalance): bigint => paidOut - paidIn;
  return {
    income: yuan(income),
    before: {
      baseline: withErrorOf(before.balance, fund.baseline),
      reform: withErrorOf(after.balance, fund.reform),
      // As the change of the fund is told: both sides are rounded to a fen by themselves.
      change: withErrorOf(-fenOf(fund.change), fund.change),
    },
    // What all cities get depends on all of them: its error is not that of one.
    adjustment: plainChange(net(before), net(after)),
    reserveMonths: { baseline: before.months, reform: after.months },
  };
}

/** What is left has the error of what is spent. */
function withErrorOf(fen: bigint, { error }: Estimate): Estimate {
  return { value: yuan(fen), ...(error !== undefined && { error }) };
}

function plainChange(before: bigint, after: bigint): Change {
  return {
    baseline: { value: yuan(before) },
    reform: { value: yuan(after) },
    change: { value: yuan(after - before) },
  };
}

function yuan(fen: bigint): string {
  return yuanOfFen(rational(fen));
}

function fenOf({ value }: Estimate): bigint {
  const fen = fenOfYuan(value);
  return fen ? fen.numerator / fen.denominator : 0n;
}
