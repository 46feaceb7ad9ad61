import type { ClauseView, ExamplesAnswer } from '@tiaoli/language-server';
import type { DocumentSymbol } from 'vscode-languageserver';
import { uriOf } from '../bridge/document-uri.ts';
import type { LanguageClient } from '../bridge/language-client.ts';
import { serverMethods } from '../bridge/server-methods.ts';
import type { TextModel } from '../monaco/monaco-types.ts';
import type { Store } from '../state/store.ts';
import { createStore } from '../state/store.ts';
import type { NumberChanges } from './example-changes.ts';
import { numberChanges } from './example-changes.ts';
import type { Findings } from './findings.ts';

/** What the panels show of the document in the editor. */
export interface Insight {
  readonly path: string;
  readonly outline: readonly DocumentSymbol[];
  readonly clauses: readonly ClauseView[];
  /** Undefined until the examples have been run for the first time. */
  readonly examples?: ExamplesAnswer | undefined;
  /** The version of the text that the examples were run on. */
  readonly examplesVersion?: number | undefined;
  /** True where running them takes so long that it is done only when it is asked for. */
  readonly isOnDemand: boolean;
  /** What the last run changed; replaced by each run. */
  readonly changes: NumberChanges;
}

/** Keeps what the panels show in step with the text. */
export interface InsightKeeper {
  readonly insight: Store<Insight | undefined>;
  /** From now on this document; its panels are filled at once. */
  show(path: string, model: TextModel): void;
  /** Some text has changed: everything is asked for when it has been quiet for a moment. */
  touch(): void;
  /** Runs the examples now, however long that takes. */
  runNow(): void;
  /** Asks for everything anew, since the server has started. */
  lookAgain(): void;
}

/** After the last change; a run that is overtaken by a newer change is not shown. */
const QUIET_MS = 300;
/** A run that takes longer would keep findings waiting while one types. */
const LONGEST_RUN_MS = 1_500;
/** In characters; examples of larger documents are not run before it is known how long that takes. */
const LARGE_TEXT = 40_000;

export function keepInsight(
  client: LanguageClient,
  findings: Store<Findings>,
  onExamplesRun: () => void,
): InsightKeeper {
  const insight = createStore<Insight | undefined>(undefined);
  let shown: { readonly path: string; readonly model: TextModel } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;
  const durations = new Map<string, number>();

  const look = async (isAsked: boolean): Promise<void> => {
    clearTimeout(timer);
    if (!shown || shown.model.isDisposed()) return;
    round += 1;
    const mine = round;
    const { path, model } = shown;
    const version = model.getVersionId();
    const structure = await askStructure(client, path);
    if (mine !== round) return;
    insight.update((now) => (now?.path === path ? { ...now, ...structure } : now));
    // Findings come first: they are what one waits for while typing.
    await whenChecked(findings, path, version, () => mine === round);
    if (mine !== round) return;
    const last = durations.get(path);
    const isLong = last === undefined ? model.getValueLength() > LARGE_TEXT : last > LONGEST_RUN_MS;
    insight.update((now) => (now?.path === path ? { ...now, isOnDemand: isLong } : now));
    if (isLong && !isAsked) return;
    const params = { uri: uriOf(path) };
    const began = performance.now();
    const run = await client.request<ExamplesAnswer>(serverMethods.runExamples, params);
    durations.set(path, performance.now() - began);
    if (mine !== round || run.kind !== 'answer') return;
    insight.update((now) => (now?.path === path ? withRun(now, run.value, version) : now));
    onExamplesRun();
  };
  return {
    insight,
    show: (path, model) => {
      shown = { path, model };
      if (insight.get()?.path !== path) {
        insight.set({ path, outline: [], clauses: [], isOnDemand: false, changes: new Map() });
      }
      look(false);
    },
    touch: () => {
      round += 1;
      clearTimeout(timer);
      timer = setTimeout(() => look(false), QUIET_MS);
    },
    runNow: () => void look(true),
    lookAgain: () => void look(false),
  };
}

/** Resolves when the text has been checked, or nobody waits any more. */
async function whenChecked(
  findings: Store<Findings>,
  path: string,
  version: number,
  isWanted: () => boolean,
): Promise<void> {
  const isOver = (): boolean => !isWanted() || (findings.get().get(path)?.version ?? -1) >= version;
  while (!isOver()) {
    await new Promise<void>((resolve) => {
      const unsubscribe = findings.subscribe(() => {
        unsubscribe();
        resolve();
      });
    });
  }
}

async function askStructure(
  client: LanguageClient,
  path: string,
): Promise<Partial<Pick<Insight, 'outline' | 'clauses'>>> {
  const uri = uriOf(path);
  const [outline, clauses] = await Promise.all([
    client.request<readonly DocumentSymbol[] | null>('textDocument/documentSymbol', {
      textDocument: { uri },
    }),
    client.request<readonly ClauseView[] | null>(serverMethods.clauses, { uri }),
  ]);
  return {
    ...(outline.kind === 'answer' && { outline: outline.value ?? [] }),
    ...(clauses.kind === 'answer' && { clauses: clauses.value ?? [] }),
  };
}

/** While the examples cannot be run, the last results stay, and with them what they are compared with. */
function withRun(now: Insight, examples: ExamplesAnswer, examplesVersion: number): Insight {
  const { blocked } = examples;
  if (blocked !== undefined && examples.examples.length === 0 && now.examples) {
    return { ...now, examples: { ...now.examples, blocked }, examplesVersion };
  }
  const changes = numberChanges(now.examples?.examples ?? [], examples.examples);
  return { ...now, examples, examplesVersion, changes };
}
