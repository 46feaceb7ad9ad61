import type { Scenario } from '@tiaoli/simulation';
import { rulesBefore } from '@tiaoli/simulation';
import type { BoundScenario, NamedSide } from '@tiaoli/workspace';
import { bindScenario, findWatchlists } from '@tiaoli/workspace';
import { printEach } from '../print/findings.ts';
import type { Terminal } from '../terminal.ts';

/** The rules of one side, ready to be run; what keeps them from that is said on standard error. */
export function rulesToRun(terminal: Terminal, side: NamedSide): Scenario | undefined {
  const { scenario, diagnostics } = bindScenario(side);
  if (!scenario) printEach({ ...terminal, print: terminal.note }, diagnostics, side.policies.texts);
  return scenario satisfies BoundScenario | undefined;
}

/** Early-warning lists that hold in the place of a side. */
export function listsBeside(side: NamedSide | undefined): readonly Scenario[] {
  return side ? findWatchlists(side) : [];
}

/** Rules from the same policies that others take facts from; what is not there is told when it is needed. */
export function rulesBeside(side: NamedSide | undefined) {
  if (!side) return [];
  const { policies } = side;
  return rulesBefore((reference) => bindScenario({ policies, reference }).scenario);
}
