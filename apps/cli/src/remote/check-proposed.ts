import { setTimeout as wait } from 'node:timers/promises';
import type { ApiClient, ApiSchemas } from '@tiaoli/client';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes } from '../usage-error.ts';
import { answerOf, printProblem } from './connect.ts';

const PACE_MILLIS = 1000;

/** Has the gate run on a proposal, waits until it is over, and prints what keeps it from going on. */
export async function checkProposed(
  terminal: Terminal,
  client: ApiClient,
  proposalId: string,
): Promise<number> {
  const params = { params: { path: { id: proposalId } } };
  let answer = await answerOf(client.POST('/api/v1/proposals/{id}/check-jobs', params));
  while (answer.kind === 'done' && answer.value.endedAt === undefined) {
    terminal.progress(progressText(terminal, answer.value));
    await wait(PACE_MILLIS);
    const job = { params: { path: { id: answer.value.id } } };
    answer = await answerOf(client.GET('/api/v1/jobs/{id}', job));
  }
  terminal.progress('');
  if (answer.kind === 'problem') {
    printProblem(terminal, proposalId, answer.problem);
    return exitCodes.finding;
  }
  const { state, problem } = answer.value;
  if (state !== 'done') {
    const ended = { zh: '检查没有完成', en: 'the check was not done' };
    terminal.note(`${say(terminal, ended)}：${problem ?? state}\n`);
    return exitCodes.failure;
  }
  const gate = await answerOf(client.GET('/api/v1/proposals/{id}/gate', params));
  if (gate.kind === 'problem') {
    printProblem(terminal, proposalId, gate.problem);
    return exitCodes.finding;
  }
  return printBlocks(terminal, gate.value);
}

function progressText(terminal: Terminal, { progress }: ApiSchemas['Job']): string {
  const { step = '', done, total } = progress;
  return say(terminal, {
    zh: `检查 ${step} ${done}/${total}`,
    en: `Checking ${step} ${done}/${total}`,
  });
}

function printBlocks(
  terminal: Terminal,
  { approvalBlocks, publicationBlocks }: ApiSchemas['ProposalGate'],
): number {
  const blocks = [...approvalBlocks, ...publicationBlocks];
  if (blocks.length === 0) {
    const free = { zh: '没有妨碍批准或发布的事项。', en: 'Nothing is in the way of approval.' };
    terminal.print(`${say(terminal, free)}\n`);
    return exitCodes.success;
  }
  for (const { message, remedy } of blocks) {
    terminal.print(remedy === undefined ? `${message}\n` : `${message}\n  ${remedy}\n`);
  }
  return exitCodes.finding;
}
