import type { FindingJson } from './settled-json.ts';

/** What is said of a field beside that field: without the path that the sentence begins with for a reader of JSON. */
export function findingWords({ path, message, hint }: FindingJson): string {
  const told = path !== undefined && path !== '' && message.startsWith(path);
  const fact = told ? message.slice(path.length).replace(/^\s*[：:]\s*/, '') : message;
  return hint ? `${fact} ${hint}` : fact;
}

/** Which of the claims a path is in, counted from 1; undefined for one outside them. */
export function claimOfPath(path: string | undefined): number | undefined {
  const [, at] = /^[^.[\]]+\[(\d+)\]/.exec(path ?? '') ?? [];
  return at === undefined ? undefined : Number(at) + 1;
}
