import { benefitsTemplate } from './benefits-template.ts';
import { catalogueTemplate } from './catalogue-template.ts';
import { cityTemplate } from './city-template.ts';
import type { NewDocument } from './new-document.ts';
import { servicesTemplate } from './services-template.ts';

/** What a new document may begin as. */
export const templates = {
  delegated: cityTemplate,
  benefits: benefitsTemplate,
  catalogue: catalogueTemplate,
  services: servicesTemplate,
} as const satisfies Record<string, (document: NewDocument) => string>;

export type TemplateName = keyof typeof templates;

/** Templates for an office of a level; only below a province is something left to a place. */
export function templatesFor(level: NewDocument['place']['level']): readonly TemplateName[] {
  const all: readonly TemplateName[] = ['delegated', 'benefits', 'catalogue', 'services'];
  return level === 'city' || level === 'county' ? all : all.filter((name) => name !== 'delegated');
}
