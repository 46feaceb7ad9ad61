import type { LocalText } from '@tiaoli/base';
import type { Module } from './module.ts';
import { irVersion } from './module.ts';

export type Decoded =
  | { readonly kind: 'module'; readonly module: Module }
  | { readonly kind: 'refused'; readonly message: LocalText };

/** A module as one JSON text: keys in ascending order, two spaces of indentation, a final line break. */
export function encodeModule(module: Module): string {
  return `${JSON.stringify(module, inOrder, 2)}\n`;
}

/**
 * Reads what `encodeModule` wrote.
 *
 * Refuses text that is no JSON, no module, or of another `irVersion`. It does not look further: `verify` does.
 */
export function decodeModule(text: string): Decoded {
  const parsed = parseJson(text);
  if (!isRecord(parsed)) return refused('不是 JSON 格式的 IR', 'not an IR in JSON');
  const { irVersion: found } = parsed;
  if (found !== irVersion) {
    const version = String(found);
    return refused(
      `IR 的版本是 ${version}，这里只能读版本 ${irVersion}；请重新编译原文`,
      `IR version ${version}, while only ${irVersion} can be read; compile the source again`,
    );
  }
  const lists = ['declarations', 'definitions', 'accumulators', 'outputs'];
  const broken = lists.find((key) => !Array.isArray(parsed[key]));
  if (broken !== undefined) return refused(`IR 缺少 ${broken}`, `the IR has no ${broken}`);
  return { kind: 'module', module: parsed as unknown as Module };
}

function refused(zh: string, en: string): Decoded {
  return { kind: 'refused', message: { zh, en } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Objects with their keys in ascending order, so that equal modules are equal texts. */
function inOrder(_key: string, value: unknown): unknown {
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries);
}
