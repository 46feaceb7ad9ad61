import type { Reading, SymbolKind } from '@tiaoli/language';
import { holdsValue } from '@tiaoli/language';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
} from 'vscode-languageserver';
import type { Session } from '../session.ts';
import { rangeOf } from '../text-range.ts';
import { symbolKinds } from './document-symbols.ts';
import { kindWords } from './kind-words.ts';
import type { PositionParams } from './places.ts';
import { placeAt } from './places.ts';

/** What an item is known again by. */
interface ItemData {
  readonly kind: SymbolKind;
  readonly id: string;
}

interface ItemParams {
  readonly item: CallHierarchyItem;
}

/** `textDocument/prepareCallHierarchy`: the value under the cursor, where one stands. */
export function prepareCalls(session: Session, params: PositionParams): CallHierarchyItem[] | null {
  const place = placeAt(session, params);
  const found = place && session.workspace.editor.symbolAt(place.path, place.offset);
  const [declared] = found?.symbol.declarations ?? [];
  if (!found || !declared || !holdsValue(found.symbol)) return null;
  return [itemOf({ symbol: found.symbol, place: declared }, session)];
}

/** `callHierarchy/incomingCalls`: what reads the value, in all documents. */
export function findReaders(session: Session, { item }: ItemParams): CallHierarchyIncomingCall[] {
  const data = dataOf(item);
  const found = data ? session.workspace.editor.readersOf(data) : [];
  return found.map((reading) => ({
    from: itemOf(reading, session),
    fromRanges: reading.uses.map(rangeOf),
  }));
}

/** `callHierarchy/outgoingCalls`: what the value is worked out from, as far as that stands in the item's document. */
export function findRead(session: Session, { item }: ItemParams): CallHierarchyOutgoingCall[] {
  const data = dataOf(item);
  const found = data ? session.workspace.editor.readBy(data) : [];
  const path = session.pathOf(item.uri);
  return found
    .filter(({ uses }) => uses[0]?.file === path)
    .map((reading) => ({
      to: itemOf(reading, session),
      fromRanges: reading.uses.map(rangeOf),
    }));
}

/** What came back is whatever a client sends. */
function dataOf({ data }: CallHierarchyItem): ItemData | undefined {
  const { kind, id } = (data ?? {}) as { readonly kind?: unknown; readonly id?: unknown };
  const isKnown = typeof kind === 'string' && kind in kindWords && typeof id === 'string';
  return isKnown ? { kind: kind as SymbolKind, id } : undefined;
}

function itemOf(
  { symbol, place }: Pick<Reading, 'symbol' | 'place'>,
  session: Session,
): CallHierarchyItem {
  const { kind, id, name, document } = symbol;
  const header = session.workspace.documents().find((each) => each.path === place.whole.file);
  const words = [kindWords[kind][session.language], header?.title ?? document];
  const data: ItemData = { kind, id };
  return {
    ...{ name, data, kind: symbolKinds[kind] },
    detail: words.filter((word) => word !== undefined).join(' · '),
    uri: session.uriOf(place.whole.file),
    range: rangeOf(place.whole),
    selectionRange: rangeOf(place.name),
  };
}
