import type { XmlElement } from './xml-tree.ts';
import { childOf, elementsIn, settingOf } from './xml-tree.ts';

/** What a paragraph is by its style, the styles below it included. */
export interface ParagraphStyle {
  readonly name: string;
  /** From 0 for the first level, as Word counts. */
  readonly outline?: number;
  readonly list?: ListPlace;
  readonly startsPage: boolean;
}

/** A paragraph in a list: which one, and how deep; a style leaves the depth to the list. */
export interface ListPlace {
  readonly list?: string;
  readonly level?: number;
}

export interface Styles {
  readonly of: (id: string | undefined) => ParagraphStyle;
  /** The list of a numbering style. */
  readonly listOf: (id: string) => string | undefined;
}

const plain: ParagraphStyle = { name: '', startsPage: false };
const MOST_STEPS = 20;

/** The styles of `word/styles.xml`; without it every paragraph is plain. */
export function readStyles(root: XmlElement | undefined): Styles {
  const all = elementsIn(root).filter(({ name }) => name === 'w:style');
  const byId = new Map(all.map((style) => [style.attributes.styleId ?? '', style]));
  const initial = all.find(
    ({ attributes: { type, default: isDefault } }) =>
      type === 'paragraph' && /^(?:1|true|on)$/u.test(isDefault ?? ''),
  );
  const known = new Map<XmlElement, ParagraphStyle>();
  const of = (id: string | undefined): ParagraphStyle => {
    const style = (id === undefined ? undefined : byId.get(id)) ?? initial;
    if (!style) return plain;
    const found = known.get(style) ?? inherited(style, byId);
    known.set(style, found);
    return found;
  };
  const listOf = (id: string) =>
    settingOf(childOf(childOf(byId.get(id), 'w:pPr'), 'w:numPr'), 'w:numId');
  return { of, listOf };
}

function inherited(style: XmlElement, byId: ReadonlyMap<string, XmlElement>): ParagraphStyle {
  const chain: XmlElement[] = [];
  for (
    let each: XmlElement | undefined = style;
    each && chain.length < MOST_STEPS;
    each = byId.get(settingOf(each, 'w:basedOn') ?? '')
  ) {
    chain.push(each);
  }
  const settings = chain.map((each) => childOf(each, 'w:pPr'));
  const outline = settings.map(outlineOf).find((each) => each !== undefined);
  const list = settings.map(listPlace).find((each) => each !== undefined);
  return {
    name: settingOf(style, 'w:name') ?? '',
    ...(outline !== undefined && { outline }),
    ...(list && { list }),
    startsPage: settings.some((each) => childOf(each, 'w:pageBreakBefore') !== undefined),
  };
}

/** The level of an outline; 9 is the text itself. */
export function outlineOf(settings: XmlElement | undefined): number | undefined {
  const text = settingOf(settings, 'w:outlineLvl');
  return text === undefined ? undefined : Number(text);
}

export function listPlace(settings: XmlElement | undefined): ListPlace | undefined {
  const found = childOf(settings, 'w:numPr');
  if (!found) return undefined;
  const list = settingOf(found, 'w:numId');
  const level = settingOf(found, 'w:ilvl');
  return {
    ...(list !== undefined && { list }),
    ...(level !== undefined && { level: Number(level) }),
  };
}
