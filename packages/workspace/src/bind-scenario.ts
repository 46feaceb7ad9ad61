import type { Diagnostic } from '@tiaoli/base';
import { fileSpan, printDate } from '@tiaoli/base';
import { bind, governingDates } from '@tiaoli/compiler';
import type { EditedSide } from '@tiaoli/diff';
import type { Program } from '@tiaoli/ir';
import { meaningHash } from '@tiaoli/ir';
import { inventedIn } from '@tiaoli/settlement';
import type { NamedSide } from './compare/version-side.ts';
import { findSide, lastBegun, openSide } from './compare/version-side.ts';
import { report } from './messages.ts';

/** A version as it is run over a population: its rules of one day, in its own place. */
export interface BoundScenario {
  readonly program: Program;
  /** What it was bound from. */
  readonly edited: EditedSide;
  readonly identity: {
    readonly document: string;
    /** As it was named. */
    readonly version: string;
    readonly title: string;
    /** `YYYY-MM-DD`: the day asked for, else the first day of the last version. */
    readonly on: string;
    readonly meaningHash: string;
    /** Names of invented values (等级 示例). */
    readonly illustrative: readonly string[];
  };
}

/** The rules that a person names, ready to be run; or why they are not. */
export function bindScenario(named: NamedSide): {
  readonly scenario?: BoundScenario;
  readonly diagnostics: readonly Diagnostic[];
} {
  const found = findSide(named);
  if (!found.side) return { diagnostics: found.diagnostics };
  const { opened, diagnostics } = openSide(found.side);
  if (!opened) return { diagnostics };
  const { header, module } = opened;
  const on = opened.on ?? lastBegun(opened);
  if (on === undefined) {
    const params = { id: header.id, date: '' };
    return { diagnostics: [report('no-version-in-force', params, fileSpan(header.path))] };
  }
  const dates = Object.fromEntries(governingDates(module).map((ref) => [ref, on]));
  const bound = bind(module, { dates });
  if (!bound.program) return { diagnostics: bound.diagnostics };
  const { program } = bound;
  const identity = {
    ...{ document: header.id, title: header.title, version: named.reference },
    ...{ on: printDate(on), meaningHash: meaningHash(module) },
    illustrative: inventedIn(program, opened),
  };
  return { scenario: { program, identity, edited: { module, on } }, diagnostics: [] };
}
