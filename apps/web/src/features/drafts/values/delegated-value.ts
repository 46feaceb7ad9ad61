/** A value that is left to the place of a draft, as `/drafts/{id}/values` tells it. */
export interface DelegatedValue {
  readonly parameter: string;
  readonly name: string;
  readonly kind: 'rate' | 'money' | 'integer';
  readonly bounds?: string;
  /** Per one or in yuan, as text. */
  readonly low?: string;
  readonly high?: string;
  readonly step?: string;
  readonly delegatedBy: {
    readonly clause: string;
    readonly text: readonly string[];
    readonly source?: string;
  };
  readonly above: { readonly text: string; readonly value: unknown };
  readonly cells: readonly OwnCell[];
  readonly insertion?: { readonly before: string; readonly after: string };
}

export interface OwnCell {
  readonly label: string;
  readonly text: string;
  readonly value?: string;
  readonly start: number;
  readonly end: number;
}

/** Percent, yuan or a number, as a slider shows it. */
export function shown(kind: DelegatedValue['kind'], value: string): number {
  // Binary fractions of a hundredth are off by less than a millionth of a percent.
  return kind === 'rate' ? Number((Number(value) * 100).toFixed(6)) : Number(value);
}

/** As it is written in a text: `61.5%`, `500元`, `3`. */
export function written(kind: DelegatedValue['kind'], amount: number): string {
  if (kind === 'rate') return `${Number(amount.toFixed(6))}%`;
  return kind === 'money' ? `${Number(amount.toFixed(2))}元` : String(Math.round(amount));
}

/** A text with the values that it sets. */
export interface TextValues {
  readonly text: string;
  readonly values: readonly DelegatedValue[];
}

/** Both with another amount in one place; what stands behind it moves. */
export function withAmount(
  { text, values }: TextValues,
  { kind }: DelegatedValue,
  { start, end }: OwnCell,
  amount: number,
): TextValues {
  const put = written(kind, amount);
  const moved = (cell: OwnCell): OwnCell => {
    if (cell.start < start) return cell;
    const by = start + put.length - end;
    if (cell.start > start) return { ...cell, start: cell.start + by, end: cell.end + by };
    const value = kind === 'rate' ? (amount / 100).toFixed(8) : String(amount);
    return { ...cell, text: put, value, end: start + put.length };
  };
  return {
    text: text.slice(0, start) + put + text.slice(end),
    values: values.map((each) => ({ ...each, cells: each.cells.map(moved) })),
  };
}

/** The text with a statement at its end that sets the value; undefined where it has one. */
export function withInsertion(
  text: string,
  { insertion }: DelegatedValue,
  value: string,
): string | undefined {
  if (!insertion) return undefined;
  return `${text.replace(/\n*$/, '\n')}${insertion.before}${value}${insertion.after}`;
}

/** What it is set to at first: what holds above, if that is one number, else the least that is allowed. */
export function firstValue({ kind, above, low, high }: DelegatedValue): string | undefined {
  const first = typeof above.value === 'string' ? above.value : (low ?? high);
  return first === undefined ? undefined : written(kind, shown(kind, first));
}

const usualSteps = { rate: 1, money: 10, integer: 1 } as const;

/** A step of the band by which the amount can be reached: the written one, else a usual one, or a tenth, a hundredth of it. */
export function stepFor({ kind, step, low }: DelegatedValue, amount: number): number {
  const usual = step === undefined ? usualSteps[kind] : shown(kind, step);
  const least = low === undefined ? 0 : shown(kind, low);
  const fits = (each: number): boolean => Math.abs(((amount - least) / each) % 1) < 1e-6;
  const steps = kind === 'integer' ? [usual] : [usual, usual / 10, usual / 100, usual / 1000];
  return steps.find(fits) ?? usual;
}
