import { headingAnchor } from '../../../apps/web/src/features/handbook/server/heading-anchor.ts';
import { proseOf } from './read-handbook.ts';

export interface PageHeading {
  readonly depth: number;
  readonly anchor: string;
}

export function headingsOf(text: string): readonly PageHeading[] {
  return [...proseOf(text).matchAll(/^(#+) (.+)$/gm)].map(([, marks = '', words = '']) => ({
    depth: marks.length,
    anchor: headingAnchor(words.replaceAll('`', '')),
  }));
}

/** What a page leads to: another page, or a picture. */
export interface PageLink {
  readonly href: string;
  readonly page?: string;
  readonly anchor?: string;
  readonly picture?: string;
}

export function linksOf(text: string): readonly PageLink[] {
  return [...proseOf(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, href = '']) => {
    const picture = /^\.\.\/pictures\/([\w-]+\.png)$/.exec(href)?.[1];
    if (picture !== undefined) return { href, picture };
    const [, page, anchor] = /^([\w-]+)\.md(?:#(.+))?$/.exec(href) ?? [];
    return { href, ...(page && { page }), ...(anchor && { anchor }) };
  });
}
