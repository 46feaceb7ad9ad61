import { expect, test } from 'vitest';
import { palettes } from './themes.ts';

const rows = Object.entries(palettes).flatMap(([scheme, { background, ...colours }]) =>
  Object.entries(colours).map(([name, colour]) => [scheme, name, colour, background] as const),
);

test.each(rows)('%s: %s can be read', (_scheme, _name, colour, background) => {
  expect(contrast(colour, background)).toBeGreaterThanOrEqual(4.5);
});

/** The contrast of two colours `#rrggbb` as WCAG 2.2 measures it: 1 to 21. */
function contrast(left: string, right: string): number {
  const [dark = 0, light = 0] = [luminance(left), luminance(right)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
