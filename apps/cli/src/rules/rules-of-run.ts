import type { Scenario } from '@tiaoli/simulation';
import { changesOf } from '@tiaoli/simulation';
import { hasOwnPolicies, loadEach } from '../commands/load-sides.ts';
import { parseGitReference } from '../files/git-files.ts';
import type { Terminal } from '../terminal.ts';
import type { RulesOfRun } from './kept-rules.ts';
import { keepRules, keptPath, keptRules } from './kept-rules.ts';
import { recordReading } from './record-reading.ts';
import { listsBeside, rulesBeside, rulesToRun } from './rules-to-run.ts';

interface NamedRules {
  /** The baseline first. */
  readonly references: readonly string[];
  /** Folder of the policies; undefined for the usual one. */
  readonly folder: string | undefined;
  /** Where rules are kept from one command to the next; undefined: neither used nor kept. */
  readonly keptIn: string | undefined;
}

/**
 * The rules that are named, ready to be run; undefined where some cannot be, which is told.
 *
 * Reading all policies and binding two versions takes as long as settling a hundred thousand people: what they came to is
 * kept, and used again when nothing that was read has changed since.
 */
export async function rulesOfRun(
  terminal: Terminal,
  { references, folder, keptIn }: NamedRules,
): Promise<RulesOfRun | undefined> {
  const path =
    keptIn === undefined ? undefined : await pathOf(terminal, keptIn, { references, folder });
  const kept = path === undefined ? undefined : await keptRules(terminal.cwd, path);
  if (kept) return kept;
  const { open, readings } = recordReading();
  const sides = await loadEach(terminal, references, folder, open);
  const scenarios = sides.flatMap((side) => rulesToRun(terminal, side) ?? []);
  if (scenarios.length < sides.length) return undefined;
  const rules = {
    scenarios: withChanges(scenarios),
    before: rulesBeside(sides[0]),
    lists: listsBeside(sides[0]),
  };
  if (path !== undefined) await keepRules(path, { readings: readings(), rules });
  return rules;
}

/** With the changes of each draft alone, which take as long to find as both its sides to bind. */
function withChanges([baseline, ...reforms]: readonly Scenario[]): readonly Scenario[] {
  if (!baseline) return [];
  return [baseline, ...reforms.map((each) => ({ ...each, alone: changesOf(baseline, each) }))];
}

/** None for a revision, whose name may mean another one tomorrow. */
async function pathOf(
  terminal: Terminal,
  keptIn: string,
  { references, folder }: Pick<NamedRules, 'references' | 'folder'>,
): Promise<string | undefined> {
  if (references.some((reference) => parseGitReference(reference))) return undefined;
  const own = [];
  for (const reference of references) own.push(await hasOwnPolicies(terminal, reference));
  return keptPath(keptIn, [terminal.cwd, references, folder ?? null, own]);
}
