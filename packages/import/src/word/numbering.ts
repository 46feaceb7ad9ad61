import { formatNumber } from './number-format.ts';
import type { Styles } from './styles.ts';
import type { XmlElement } from './xml-tree.ts';
import { childOf, elementsIn, isOn, settingOf } from './xml-tree.ts';

/** By level; one that is not there begins with its first number. */
type Counts = (number | undefined)[];

/** What stands before a paragraph of a list. */
export type ListLabel =
  | { readonly kind: 'number'; readonly text: string; readonly isUnknownFormat: boolean }
  | { readonly kind: 'bullet' };

/** Counts the lists of a document; to be asked once for each paragraph, in their order. */
export interface Numbering {
  readonly next: (list: string, level: number) => ListLabel | undefined;
  /** The level that a list keeps for a style. */
  readonly levelOfStyle: (list: string, style: string) => number | undefined;
}

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  /** Counted anew behind a paragraph of this level or a higher one, from 1; 0 is never. */
  readonly restart?: number;
  readonly isLegal: boolean;
  readonly style?: string;
}

/** One of Word's lists: several share the counters of the definition under them. */
interface List {
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

const MOST_LEVEL = 8;

/** The lists of `word/numbering.xml`; without it nothing has a number. */
export function readNumbering(root: XmlElement | undefined, styles: Styles): Numbering {
  const lists = readLists(root, styles);
  const counters = new Map<string, Counts>();
  const begun = new Set<string>();
  const next = (id: string, asked: number): ListLabel | undefined => {
    const list = lists.get(id);
    const level = Math.min(Math.max(asked, 0), MOST_LEVEL);
    const own = list?.levels.get(level);
    if (!list || !own) return undefined;
    const counts = counters.get(list.definition) ?? [];
    counters.set(list.definition, counts);
    for (const [at, start] of begun.has(id) ? [] : list.starts) {
      if (at <= level) counts[at] = start - 1;
    }
    begun.add(id);
    for (let above = 0; above < level; above += 1) {
      counts[above] ??= list.levels.get(above)?.start ?? 1;
    }
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    restartBelow(counts, level, list);
    if (own.format === 'bullet') return { kind: 'bullet' };
    return numberOf(own, list, counts);
  };
  const levelOfStyle = (id: string, style: string) =>
    [...(lists.get(id)?.levels ?? [])].find(([, level]) => level.style === style)?.[0];
  return { next, levelOfStyle };
}

/** A number of a higher level begins the lower ones anew. */
function restartBelow(counts: Counts, level: number, { levels }: List): void {
  for (let below = level + 1; below < counts.length; below += 1) {
    const restart = levels.get(below)?.restart ?? below;
    if (level < restart) counts[below] = undefined;
  }
}

function numberOf(own: Level, { levels }: List, counts: Readonly<Counts>): ListLabel | undefined {
  let isUnknownFormat = false;
  const text = own.text.replace(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    const level = levels.get(at);
    const value = counts[at] ?? level?.start ?? 1;
    const format = own.isLegal ? 'decimal' : (level?.format ?? 'decimal');
    if (format === 'none') return '';
    const written = formatNumber(value, format);
    isUnknownFormat ||= written === undefined;
    return written ?? String(value);
  });
  return text.trim() === '' ? undefined : { kind: 'number', text: text.trim(), isUnknownFormat };
}

function readLists(root: XmlElement | undefined, styles: Styles): ReadonlyMap<string, List> {
  const inside = elementsIn(root);
  const definitions = new Map(
    inside
      .filter(({ name }) => name === 'w:abstractNum')
      .map((each) => [each.attributes.abstractNumId ?? '', each]),
  );
  const numbers = new Map(
    inside
      .filter(({ name }) => name === 'w:num')
      .map((each) => [each.attributes.numId ?? '', each]),
  );
  const definitionOf = (id: string, steps = 0): XmlElement | undefined => {
    const found = definitions.get(settingOf(numbers.get(id), 'w:abstractNumId') ?? '');
    const link = settingOf(found, 'w:numStyleLink');
    const linked = link === undefined ? undefined : styles.listOf(link);
    return linked === undefined || steps > MOST_LEVEL ? found : definitionOf(linked, steps + 1);
  };
  return new Map(
    [...numbers].flatMap(([id, number]): [string, List][] => {
      const definition = definitionOf(id);
      return definition ? [[id, listOf(number, definition)]] : [];
    }),
  );
}

function listOf(number: XmlElement, definition: XmlElement): List {
  const levels = new Map(levelsIn(definition));
  const starts = new Map<number, number>();
  for (const override of elementsIn(number).filter(({ name }) => name === 'w:lvlOverride')) {
    for (const [at, level] of levelsIn(override)) levels.set(at, level);
    const start = settingOf(override, 'w:startOverride');
    if (start !== undefined) starts.set(Number(override.attributes.ilvl ?? 0), Number(start));
  }
  return { definition: definition.attributes.abstractNumId ?? '', levels, starts };
}

function levelsIn(element: XmlElement): readonly (readonly [number, Level])[] {
  return elementsIn(element)
    .filter(({ name }) => name === 'w:lvl')
    .map((each) => {
      const restart = settingOf(each, 'w:lvlRestart');
      const style = settingOf(each, 'w:pStyle');
      const level: Level = {
        start: Number(settingOf(each, 'w:start') ?? 1),
        format: formatOf(each),
        text: settingOf(each, 'w:lvlText') ?? '',
        isLegal: isOn(each, 'w:isLgl'),
        ...(restart !== undefined && { restart: Number(restart) }),
        ...(style !== undefined && { style }),
      };
      return [Number(each.attributes.ilvl ?? 0), level] as const;
    });
}

/** Newer formats stand in a choice, with an older one for those that do not know them. */
function formatOf(level: XmlElement): string {
  const alternative = childOf(level, 'mc:AlternateContent');
  const older = settingOf(childOf(alternative, 'mc:Fallback'), 'w:numFmt');
  return settingOf(level, 'w:numFmt') ?? older ?? 'decimal';
}
