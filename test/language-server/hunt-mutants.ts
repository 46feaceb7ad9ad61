import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { Editor } from './editor.ts';
import { mutate } from './mutate.ts';
import { policySources } from './policy-sources.ts';
import type { Random } from './random.ts';
import { createRandom } from './random.ts';
import { requests } from './requests.ts';
import { startHere } from './start-here.ts';

/** Milliseconds of work within which every answer comes, whatever the text: of this thread, for others may hold the machine. */
const MOST = 1000;

/** After so many bad texts the good one is asked about again. */
const ROUND = 100;

const good = 'tiaoli:///policies/shandong/zibo/assistance.tiaoli';
const bad = 'tiaoli:///policies/draft.tiaoli';

/**
 * Sends `count` mutated policies through a server, with every request at places by chance.
 *
 * @returns what went wrong, with the text that did it; nothing, if all is well
 */
export async function huntMutants(seed: number, count: number): Promise<readonly string[]> {
  const random = createRandom(seed);
  const sources = policySources();
  const stored = sources.filter(({ uri }) => /policies\/(?:national|shandong)\//.test(uri));
  const editor = await startHere(stored);
  const texts = sources.map(({ text }) => text);
  const goodText = sources.find(({ uri }) => uri === good)?.text ?? '';
  await editor.open(good, goodText);
  await editor.open(bad, '');
  // The first round runs the examples, whose results the lenses of later rounds show.
  await answersAbout(editor, good, goodText);
  const usual = await answersAbout(editor, good, goodText);
  const wrong: string[] = [];
  for (let index = 0; index < count && wrong.length < 5; index += 1) {
    const [one = '', another = ''] = [
      texts[random.below(texts.length)],
      texts[random.below(texts.length)],
    ];
    const text = mutate(one, another, random);
    await editor.edit(bad, text);
    wrong.push(...(await askAbout(editor, { text, index, random })));
    if (index % ROUND !== ROUND - 1) continue;
    await editor.findings(bad);
    await editor.edit(bad, '');
    await editor.findings(bad);
    await editor.edit(good, `${goodText} `);
    await editor.edit(good, goodText);
    const now = await answersAbout(editor, good, goodText);
    const other = now.find((answer, row) => answer !== usual[row]);
    if (other) wrong.push(`another answer about the good document after ${index}: ${other}`);
  }
  return [...wrong, ...editor.logged];
}

interface Case {
  readonly text: string;
  readonly index: number;
  readonly random: Random;
}

/** The fixes of the whole text, which need all findings, and one more request. */
async function askAbout(editor: Editor, { text, index, random }: Case): Promise<readonly string[]> {
  const offset = random.below(text.length + 1);
  const asked = [requests[0], requests[index % requests.length]];
  const wrong: string[] = [];
  for (const request of asked) {
    if (request === undefined) continue;
    const { method } = request;
    const params = request.params(bad, text, offset);
    const said = (what: string) =>
      wrong.push(`${method} at ${offset}: ${what}\n${JSON.stringify(text)}`);
    const slow = await isSlow(editor, method, params).catch((error: unknown) => {
      if (!isRefusal(error)) said(String(error));
      return false;
    });
    // Once more, so that a pause of the machine is not taken for one of the server.
    if (!slow) continue;
    await editor.edit(bad, `${text} `);
    if (await isSlow(editor, method, params)) said(`no answer within ${MOST} ms`);
  }
  return wrong;
}

async function isSlow(editor: Editor, method: string, params: unknown): Promise<boolean> {
  const since = process.threadCpuUsage();
  await editor.request(method, params);
  const { user, system } = process.threadCpuUsage(since);
  return (user + system) / 1000 > MOST;
}

/** A rename may be refused with a sentence; nothing else may fail. */
function isRefusal(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed;
}

/** Every answer about a document, each as text; first its findings. */
async function answersAbout(editor: Editor, uri: string, text: string): Promise<readonly string[]> {
  const offset = text.indexOf('重点救助比例');
  const answers = [JSON.stringify(await editor.findings(uri))];
  for (const { method, params } of requests) {
    const answer = await editor.request(method, params(uri, text, offset));
    answers.push(`${method} ${JSON.stringify(answer)}`);
  }
  return answers;
}
