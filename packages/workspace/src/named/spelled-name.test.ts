import { expect, test } from 'vitest';
import { fitOf, fits, spellName } from './spelled-name.ts';

test.each([
  ['起付线', '起付线', fits.whole],
  ['起付线', '起付', fits.begins],
  ['起付线', '付线', fits.within],
  ['起付线', 'qfx', fits.sounds],
  ['起付线', 'qifuxian', fits.sounds],
  ['起付线', 'qifux', fits.sounds],
  ['起付线', 'qfxian', fits.sounds],
  ['起付线', '起fx', fits.sounds],
  ['起付线', 'fx', fits.soundsWithin],
  ['起付线', 'fuxian', fits.soundsWithin],
  // Inside of a syllable nothing begins.
  ['起付线', 'ian', fits.none],
  ['起付线', 'qx', fits.none],
  ['起付线', 'qfxa', fits.none],
  ['起付线', 'f', fits.none],
  ['支付比例', 'zhfbl', fits.sounds],
  ['支付比例', 'zfbl', fits.sounds],
  // A character with two readings is found by both.
  ['重点救助', 'zdjz', fits.sounds],
  ['重点救助', 'chongdian', fits.sounds],
  ['ＤＲＧ付费', 'drg', fits.begins],
  ['DRG付费', 'drgff', fits.sounds],
  ['参数A', '参数a', fits.whole],
  ['女职工', 'nvzg', fits.sounds],
] as const)('%s by %s', (name, word, fit) => {
  expect(fitOf(word, spellName(name))).toBe(fit);
});
