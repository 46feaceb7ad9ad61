import { sealed } from '@tiaoli/certificate';
import { expect, test } from 'vitest';
import { chanceOf } from '../regions/random-cases.ts';
import type { CertificateJson } from './certificate-json.ts';
import { falsehoods } from './falsehoods.ts';
import type { Proved } from './prove-pair.ts';
import { proved, verdictOf } from './prove-pair.ts';
import { compareEdit } from './small-pairs.ts';

// Every falsehood is sealed again: what rejects it is that it does not follow, never that it was touched.

const seed = 20_261_122;
/** Places of one certificate in which each falsehood is told. */
const places = 3;

const pairs = [
  ['= 费用 − 自费', '= 费用'],
  ['三级：60%', '三级：65%'],
  ['限额 每年 3000元', '限额 每年 2500元'],
] as const;

const certified = await Promise.all(
  pairs.map(async ([from, to]) => proved(await compareEdit(from, to))),
);

test.each(falsehoods)(`$name is rejected (seed ${seed})`, ({ name, tell, codes }) => {
  const chance = chanceOf(seed + name.length);
  const told = certified.flatMap((each) => {
    const count = placesIn(each, tell);
    const chosen = Array.from({ length: count === 0 ? 0 : places }, () => chance(count));
    return [...new Set(chosen)].map((place) => {
      const verdict = verdictOf(changed(each, (json) => tell(json, place)));
      return { place, verdict: 'code' in verdict ? verdict.code : verdict.kind };
    });
  });
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter(({ verdict }) => !codes.some((code) => code === verdict))).toEqual([]);
});

/** In how many places a falsehood can be told: from the first on, so that halving finds the last. */
function placesIn({ text }: Proved, tell: (json: CertificateJson, place: number) => boolean) {
  let [low, high] = [0, 1];
  while (tell(JSON.parse(text), high - 1)) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (tell(JSON.parse(text), middle - 1)) low = middle;
    else high = middle;
  }
  return low;
}

function changed(each: Proved, change: (json: CertificateJson) => void): Proved {
  const json = JSON.parse(each.text);
  change(json);
  return { ...each, text: JSON.stringify(sealed(json)) };
}
