import type { Scheme } from '../../shell/theme.ts';

/** How one payer is drawn: everywhere the same colour, and a pattern that tells it in black and white. */
export interface PayerLook {
  readonly colour: string;
  readonly pattern: 'plain' | 'rising' | 'dots' | 'level' | 'falling' | 'upright';
}

const patterns = ['plain', 'rising', 'dots', 'level', 'falling', 'upright'] as const;

const funds: Readonly<Record<Scheme, readonly string[]>> = {
  light: ['#1454b8', '#17733f', '#6b3fa0', '#0e7490', '#8a5300', '#51606f'],
  dark: ['#6ea8ff', '#4cc38a', '#c09bf0', '#4fc3d9', '#e3b341', '#a9b4c2'],
};

const person: Readonly<Record<Scheme, string>> = { light: '#c2410c', dark: '#ff9d66' };

/** The look of the payer at `position` among the funds; the person always has the same one. */
export function payerLook(position: number | 'person', scheme: Scheme): PayerLook {
  if (position === 'person') return { colour: person[scheme], pattern: 'upright' };
  const colours = funds[scheme];
  const colour = colours[position % colours.length] ?? person[scheme];
  return { colour, pattern: patterns[position % (patterns.length - 1)] ?? 'plain' };
}
