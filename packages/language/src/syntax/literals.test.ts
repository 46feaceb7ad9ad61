import { printRational } from '@tiaoli/base';
import { describe, expect, test } from 'vitest';
import {
  canonicalDate,
  canonicalMonthDay,
  canonicalYear,
  numberOf,
  quantityOf,
  spellQuantity,
} from './literals.ts';

describe('a quantity in one spelling', () => {
  test.each([
    { source: '1.3万元', zh: '1.3万元', en: '1.3 wan yuan' },
    { source: '1.3 wan yuan', zh: '1.3万元', en: '1.3 wan yuan' },
    { source: '1,300元', zh: '1300元', en: '1300 yuan' },
    { source: '１３００元', zh: '1300元', en: '1300 yuan' },
    { source: '1300 元', zh: '1300元', en: '1300 yuan' },
    { source: '60％', zh: '60%', en: '60%' },
    { source: '百分之六十', zh: '60%', en: '60%' },
    { source: '百分之七十五点五', zh: '75.5%', en: '75.5%' },
    { source: '百分之十', zh: '10%', en: '10%' },
    { source: '百分之一百', zh: '100%', en: '100%' },
    { source: '5个百分点', zh: '5个百分点', en: '5 percentage points' },
    { source: '5百分点', zh: '5个百分点', en: '5 percentage points' },
    { source: '18岁', zh: '18周岁', en: '18 years old' },
    { source: '15工作日', zh: '15个工作日', en: '15 working days' },
    { source: '300元/次', zh: '300元/次', en: '300 yuan/visit' },
    { source: '300 yuan/visit', zh: '300元/次', en: '300 yuan/visit' },
    { source: '600万', zh: '600万', en: '600 wan' },
    { source: '0.6', zh: '0.6', en: '0.6' },
  ])('$source', ({ source, zh, en }) => {
    expect(spellQuantity(source, 'zh')).toBe(zh);
    expect(spellQuantity(source, 'en')).toBe(en);
  });
});

describe('the exact value of a quantity', () => {
  test.each([
    { text: '1300元', kind: 'money', value: '130000' },
    { text: '1.3万元', kind: 'money', value: '1300000' },
    { text: '4亿元', kind: 'money', value: '40000000000' },
    { text: '0.05元', kind: 'money', value: '5' },
    { text: '0.0001元', kind: 'money', value: '0.01' },
    { text: '60%', kind: 'rate', value: '0.6' },
    { text: '5个百分点', kind: 'points', value: '0.05' },
    { text: '18周岁', kind: 'age', value: '18' },
    { text: '3个月', kind: 'months', value: '3' },
    { text: '15个工作日', kind: 'working-days', value: '15' },
    { text: '90天', kind: 'days', value: '90' },
    { text: '2.5倍', kind: 'multiple', value: '2.5' },
  ])('$text', ({ text, kind, value }) => {
    const quantity = quantityOf(text);
    expect(quantity && { kind: quantity.kind, value: printRational(quantity.value) }).toEqual({
      kind,
      value,
    });
  });

  test('a unit price says what it is per', () => {
    expect(quantityOf('300元/次')?.per).toBe('次');
  });

  test('a unit that was refused has no value', () => {
    expect(quantityOf('3000文')).toBeUndefined();
  });

  test('万 alone is a number, never money', () => {
    const value = numberOf('600万');
    expect(value && printRational(value)).toBe('6000000');
  });
});

test.each([
  { text: '2022-10-01', date: '2022-10-01' },
  { text: '2022年10月1日', date: '2022-10-01' },
  { text: '２０２２－１０－１', date: '2022-10-01' },
  { text: '2022年 10月 1号', date: '2022-10-01' },
])('the date $text', ({ text, date }) => {
  expect(canonicalDate(text)).toBe(date);
});

test('a year and a day of the year', () => {
  expect(canonicalYear('2022年')).toBe('2022年度');
  expect(canonicalMonthDay('１月1号')).toBe('1月1日');
});
