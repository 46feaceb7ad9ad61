/** What the tour shows: a place of the navigation, or its way to the help. */
export const tourSteps = [
  { word: 'inbox', place: '/inbox' },
  { word: 'documents', place: '/documents' },
  { word: 'calculator', place: '/calculator' },
  { word: 'compare', place: '/compare' },
  { word: 'simulate', place: '/simulate' },
  { word: 'proposals', place: '/proposals' },
  { word: 'handbook', place: '/handbook' },
] as const;

/** Kept for a year once somebody has begun the tour, or does not want it. */
export const tourCookie = 'tiaoli-tour';

/** The link of the navigation that leads there, of whoever has such a one. */
export function linkTo(place: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`header nav a[href="${place}"]`);
}
