import { expect, test } from 'vitest';
import { auditCsv, chooseLinks, readLink } from './audit-events.ts';

const link = (number: number, at: string, action: string, detail: object = {}) =>
  readLink({
    ...{ number, previousHash: 'p', hash: 'h' },
    content: JSON.stringify({ at, actorId: 'a', action, subject: 's', detail }),
  });
const all = { action: undefined, actorId: undefined, from: undefined, to: undefined, words: '' };

test('newest first, and a day is a day in China', () => {
  const links = [
    link(1, '2027-01-01T15:59:59.000Z', 'x'),
    link(2, '2027-01-01T16:00:00.000Z', 'x'),
  ];
  const numbers = (from: string | undefined, to: string | undefined) =>
    chooseLinks(links, { ...all, from, to }).map((each) => each.link.number);
  expect(numbers(undefined, undefined)).toEqual([2, 1]);
  expect(numbers('2027-01-02', undefined)).toEqual([2]);
  expect(numbers(undefined, '2027-01-01')).toEqual([1]);
});

test('what is no event is kept and shown', () => {
  const broken = readLink({ number: 1, content: '{', previousHash: 'p', hash: 'h' });
  expect(broken.action).toBe('""');
  expect(chooseLinks([broken], all)).toHaveLength(1);
});

test('no cell is a formula, and quotes and line ends stay in their cell', () => {
  const csv = auditCsv([link(1, 't', '=1+1', { reason: '"a"\nb' })], ['n'], () => '@who');
  expect(csv).toBe('\uFEFF"n"\r\n"1","t","\'@who","a","\'=1+1","s","reason: ""a""\nb","p","h"\r\n');
});

test('of a demonstration every row says so', () => {
  const csv = auditCsv([link(1, 't', 'a')], ['n'], () => 'who', '演示数据');
  expect(
    csv
      .trim()
      .split('\r\n')
      .map((row) => row.endsWith('"演示数据"')),
  ).toEqual([true, true]);
});
