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
    `export function step(state: State, facts: Facts): { readonly state: State; readonly results: Results${trace ? '; readonly steps: readonly unknown[]' : ''} };`,
    'export const tables: unknown;',
    '',
  ].join('\n');
}

function comment(name: string, form?: ValueForm): string {
  const unit = form && form.scale !== '1' ? `, times ${form.scale}` : '';
  const type = form ? ` (${form.type}${unit})` : '';
  return `  /** ${name.replaceAll('*/', '* /')}${type} */\n`;
}
