import { expect, test } from 'vitest';
import type { FunctionMeasure } from './measures.ts';
import { countLines, measureFunctions, quantile } from './measures.ts';
import { handWrittenSources } from './source-tree.ts';
import { styleViolations } from './style-violations.ts';

const limits = { fileLines: 400, functionLines: 60, componentLines: 150, nesting: 3 };

/**
 * What is allowed to be larger, by name, with the reason.
 *
 * Files are named by path, functions by `path name`.
 */
const exceptions: Readonly<Record<string, string>> = {};

const sources = handWrittenSources();
const files = sources.map(({ path, text }) => ({ path, lines: countLines(text) }));
const functions = sources.flatMap(measureFunctions);

const largeFiles = files.filter(({ lines }) => lines > limits.fileLines);
const longFunctions = functions.filter((each) => each.lines > mostLines(each));
const deepFunctions = functions.filter(({ nesting }) => nesting > limits.nesting);

test('many files and functions are measured', () => {
  process.stdout.write(`files: ${distribution(files)}; functions: ${distribution(functions)}\n`);
  expect(files.length).toBeGreaterThan(150);
  expect(functions.length).toBeGreaterThan(800);
});

test(`no file is longer than ${limits.fileLines} lines`, () => {
  expect(largeFiles.filter(({ path }) => !(path in exceptions))).toEqual([]);
});

test(`no function is longer than ${limits.functionLines} lines, no component than ${limits.componentLines}`, () => {
  expect(longFunctions.filter((each) => !isException(each))).toEqual([]);
});

test(`no function nests deeper than ${limits.nesting}`, () => {
  expect(deepFunctions.filter((each) => !isException(each))).toEqual([]);
});

test('every exception is still needed', () => {
  const used = [
    ...largeFiles.map(({ path }) => path),
    ...[...longFunctions, ...deepFunctions].map(nameOf),
  ];
  expect(used).toEqual(expect.arrayContaining(Object.keys(exceptions)));
});

test('most files and functions are small', () => {
  expect(quantile(lengths(files), 0.5)).toBeLessThanOrEqual(120);
  expect(quantile(lengths(functions), 0.5)).toBeLessThanOrEqual(11);
  expect(quantile(lengths(functions), 0.9)).toBeLessThanOrEqual(45);
});

test('no exported arrows, needless classes or unfinished work', () => {
  expect(sources.flatMap(styleViolations)).toEqual([]);
});

const planted = `
export const go = () => 1;
class Box {}
// ${'TO'}DO later
export function deep(n: number): number {
  for (const a of [n]) {
    if (a === 0) return 0;
    else if (a === 1) {
      while (n > 2) {
        try {
          n -= a;
        } finally {
          n -= 1;
        }
      }
    }
  }
  return n;
}
`;

test('a planted file is measured', () => {
  const file = { path: 'packages/ir/src/planted.ts', text: planted };
  expect(measureFunctions(file)).toEqual([
    { place: 'packages/ir/src/planted.ts:2 callback', lines: 1, nesting: 0 },
    { place: 'packages/ir/src/planted.ts:5 deep', lines: 15, nesting: 4 },
  ]);
  expect(styleViolations(file)).toHaveLength(3);
});

/** A component of React is markup for the most part; its name begins with a capital. */
function mostLines({ place }: FunctionMeasure): number {
  const isComponent = /\.tsx:\d+ [A-Z]/.test(place);
  return isComponent ? limits.componentLines : limits.functionLines;
}

function isException(each: FunctionMeasure): boolean {
  return nameOf(each) in exceptions;
}

/** `path name` without the line, which moves. */
function nameOf({ place }: FunctionMeasure): string {
  return place.replace(/:\d+ /, ' ');
}

function lengths(measures: readonly { readonly lines: number }[]): readonly number[] {
  return measures.map(({ lines }) => lines);
}

function distribution(measures: readonly { readonly lines: number }[]): string {
  const lines = lengths(measures);
  const largest = quantile(lines, 1);
  return `${lines.length}, median ${quantile(lines, 0.5)} lines, 90% ${quantile(lines, 0.9)}, largest ${largest}`;
}
