import type { Diagnostic } from '@tiaoli/base';
import { finding, related } from '../messages.ts';
import type { CheckContext } from './check.ts';

/** Files of one 标识 are versions of one document, which belongs to one place. */
export function checkDocumentIdentity({ document, all }: CheckContext): readonly Diagnostic[] {
  const { id, level, place, path, span } = document.header;
  for (const { open } of all.values()) {
    const { header } = open;
    if (header.id !== id || header.path === path) continue;
    if (header.level === level && header.place === place) continue;
    const params = { id, own: place ?? '全国', other: header.place ?? '全国' };
    return [
      finding('document-of-two-places', span, params, [
        related(header.span, '另一份在这里', 'the other one is here'),
      ]),
    ];
  }
  return [];
}
