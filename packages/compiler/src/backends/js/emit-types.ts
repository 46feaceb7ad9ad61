import type { CalculatorTables, ValueForm } from './emit-tables.ts';

const typeNames: Readonly<Record<ValueForm['held'], string>> = {
  number: 'number',
  bigint: 'bigint',
  boolean: 'boolean',
  index: 'number',
  set: 'number | bigint',
  text: 'string',
};

/** Declarations of an emitted module; each key says what it stands for. */
export function emitTypes(tables: CalculatorTables): string {
  const { fields, children, accumulators, results, trace } = tables;
  const groups = [...new Set(accumulators.flatMap(({ group }) => group ?? []))];
  return [
    ...legend(tables),
    'export interface Facts {',
    ...fields.map((row) => {
      const type = row.spells
        ? `readonly (readonly [number, number, ${typeNames[row.held]}])[]`
        : typeNames[row.held];
      return `${comment(row.input, row)}  readonly ${row.key}?: ${type}${row.optional ? ' | null' : ''};`;
    }),
    ...children.map(({ key, entity }) => `${comment(entity)}  readonly ${key}?: readonly Facts[];`),
    '}',
    'export interface State {',
    ...groups.map((key) => `  readonly ${key}: number | string | undefined;`),
    ...accumulators.map((row) => {
      const type = row.keyed
        ? `ReadonlyMap<string, readonly [number | string, ${typeNames[row.held]}]>`
        : `${typeNames[row.held]}${row.absent ? ' | undefined' : ''}`;
      return `${comment(row.name, row)}  readonly ${row.key}: ${type};`;
    }),
    '}',
    'export interface Results {',
    ...results.flatMap((row) => [
      `${comment(row.name, row)}  readonly ${row.key}: ${typeNames[row.held]}${row.status ? ' | undefined' : ''};`,
      ...(row.status ? [`  readonly ${row.status}: number;`] : []),
    ]),
    '}',
    'export function zero(): State;',
    '/** Whether the numbers are integers within the bounds for which the calculator is exact. */',
    'export function admits(state: State, facts: Facts): boolean;',
    `export function step(state: State, facts: Facts, reference?: unknown): { readonly state: State; readonly results: Results${trace ? '; readonly steps: readonly unknown[]' : ''} };`,
    'export const tables: unknown;',
    '',
  ].join('\n');
}

/** How to use the module: what stands behind the keys, and what the statuses mean. */
function legend({ notApplicable, causes }: CalculatorTables): readonly string[] {
  const reasons = [
    '0: the result has a value',
    ...notApplicable.map((reason, index) => `${index + 1}: not applicable${behind(reason)}`),
    ...causes.map(
      ({ cause, reason }, index) => `${-index - 1}: missing, ${cause}${behind(reason)}`,
    ),
  ];
  return [
    '/**',
    ' * Settle the claims of a person in order: step(zero(), first), then step(the state returned, second) …',
    ' * Where admits(state, facts) is false the numbers are no integers or too large, and step() is not exact.',
    ' * A fact that is left out is not given: its default is taken, or what needs it is missing.',
    ' * A result r… has a value when its status s… is 0:',
    ...reasons.map((reason) => ` *   ${plain(reason)}`),
    ' */',
  ];
}

function behind(reason: string): string {
  return reason === '' ? '' : ` (${reason})`;
}

function comment(name: string, form?: ValueForm): string {
  const kind = form ? ` (${describe(form)})` : '';
  return `  /** ${plain(name + kind)} */\n`;
}

/** Names are the user's: none may end the comment that it stands in. */
function plain(text: string): string {
  return text.replaceAll('*/', '* /').replaceAll(/[\r\n\u2028\u2029]/g, ' ');
}

/** `money in fen`, `rate, times 10000`, `enumeration: 0 甲, 1 乙`. */
function describe({ type, held, scale, members = [] }: ValueForm): string {
  const times = scale === '1' ? '' : `, times ${scale}`;
  switch (type) {
    case 'money':
      return `money in fen${times}`;
    case 'date':
      return 'date in days since 1970-01-01';
    case 'enumeration':
      return `enumeration: ${members.map((member, index) => `${index} ${member}`).join(', ')}`;
    case 'set':
      return held === 'set'
        ? `set, the sum of: ${members.map((member, index) => `${2n ** BigInt(index)} ${member}`).join(', ')}`
        : `set${times}`;
    default:
      return `${type}${times}`;
  }
}
