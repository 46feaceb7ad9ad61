/** A node of a parsed page as far as it is read here. */
export interface HtmlNode {
  /** The name of the element in small letters, `#text`, `#comment`. */
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly HtmlNode[];
}

export function attribute({ attrs }: HtmlNode, name: string): string | undefined {
  return attrs?.find((each) => each.name === name)?.value;
}

/** Every element of a name within, at any depth; `stop` keeps out of elements of those names. */
export function elementsBelow(
  { childNodes = [] }: HtmlNode,
  names: ReadonlySet<string>,
  stop: ReadonlySet<string> = new Set(),
): readonly HtmlNode[] {
  return childNodes.flatMap((each) => {
    const deeper = stop.has(each.nodeName) ? [] : elementsBelow(each, names, stop);
    return names.has(each.nodeName) ? [each, ...deeper] : deeper;
  });
}

/** All characters within. */
export function wordsIn({ nodeName, value = '', childNodes = [] }: HtmlNode): string {
  return nodeName === '#text' ? value : childNodes.map(wordsIn).join('');
}
