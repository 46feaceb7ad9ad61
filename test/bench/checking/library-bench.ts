import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { analyseDocument, createMemory } from '@tiaoli/regions';
import type { Policies } from '@tiaoli/workspace';
import { openPolicies, openPolicyFolder } from '@tiaoli/workspace';
import { cpuMillis, median } from '../measure.ts';
import type { Row } from '../row.ts';

const root = join(import.meta.dirname, '../../..');

/** A document of the library on which no other rests, and the amount of it that is edited. */
const edited = 'policies/shanxi/taiyuan/resident-inpatient-2023.tiaoli';
const edits = 7;

/** The library of policies: checked from nothing with every analysis, and again after one of its documents was edited. */
export async function libraryRows(): Promise<readonly Row[]> {
  const policies = await openPolicies(openPolicyFolder(root, 'policies'));
  const { early, late } = await editTimes(policies);
  return [
    {
      id: 'check-library',
      what: 'tiaoli check policies, from start to end, every analysis',
      amount: median(Array.from({ length: 3 }, checkTime)),
      unit: 'ms waited',
      floor: { of: 'amount', bound: 'at-most', limit: 10_000 },
    },
    {
      id: 'edit-library',
      what: 'one edit in a document of policies/: what its statements and links show',
      amount: median(early),
      floor: { of: 'amount', bound: 'at-most', limit: 300 },
    },
    { id: 'edit-library-late', what: 'and what the analyses find in it', amount: median(late) },
  ];
}

/** Milliseconds that whoever types the command waits. */
function checkTime(): number {
  const from = performance.now();
  const command = join(root, 'apps/cli/bin/tiaoli.mjs');
  const { status, stderr } = spawnSync(process.execPath, [command, 'check', 'policies'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`check policies: ${stderr}`);
  return performance.now() - from;
}

/** One amount of the document changes, back and forth; answers are kept from edit to edit, as the editor does. */
async function editTimes(policies: Policies) {
  const text = policies.texts.get(edited);
  if (!text?.includes('1000元')) throw new Error(`nothing to edit in ${edited}`);
  const memory = createMemory();
  const early: number[] = [];
  const late: number[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    const next = edit % 2 === 0 ? text.replaceAll('1000元', `${1001 + edit}元`) : text;
    const before = cpuMillis();
    await policies.language.update([{ path: edited, text: next }]);
    const findings = policies.language.findings();
    const { module, diagnostics } = policies.lower(edited);
    early.push(cpuMillis() - before);
    const error = [...findings, ...diagnostics].find(({ severity }) => severity === 'error');
    if (!module || error) throw new Error(error?.message.en ?? `${edited} does not compile`);
    const from = cpuMillis();
    const found = [...analyseDocument(module, edited, memory)];
    late.push(cpuMillis() - from);
    if (found.length === 0) throw new Error('the analyses said nothing, not even where to pause');
  }
  return { early, late };
}
