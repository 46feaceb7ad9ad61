import { expect, test } from 'vitest';
import { runHere } from './run-tiaoli.ts';

const check = '因病致贫返贫预警.检查';

/** What `calc` says of the list on each day on which it is looked at. */
async function listingsOf(person: object, days: readonly string[]): Promise<readonly string[]> {
  const claim = { id: '1', settledAt: '2022-09-10', 甲类费用: '40000.00' };
  const checks = days.map((settledAt, at) => ({ id: `c${at}`, settledAt, [check]: true }));
  const { code, stdout } = await runHere(['calc', 'pattern.shape-53', '--input', '-'], {
    input: JSON.stringify({ person, claims: [claim, ...checks] }),
  });
  expect(code, stdout).toBe(0);
  const blocks = stdout.split('\n\n').filter((each) => each.includes('因病致贫返贫预警（'));
  return blocks.map((block) =>
    block
      .replaceAll(/ {2,}〔.*$/gm, '')
      .replaceAll(/ {2,}/g, ' ')
      .trimEnd(),
  );
}

test('a check says who is looked at, above what, whether listed, and who is told', async () => {
  const edge = { categories: ['低保边缘家庭成员'] };
  const days = ['2022-10-01', '2022-11-01'];
  expect(await listingsOf(edge, days)).toEqual([
    [
      ' 因病致贫返贫预警（民政部门、乡村振兴部门） 「边缘」',
      ' 金额 22,000.00',
      ' 界线 10,000.00',
      ' = 列入名单 ✓ 列入，推送',
    ].join('\n'),
    [
      ' 因病致贫返贫预警（民政部门、乡村振兴部门） 「边缘」',
      ' 金额 22,000.00',
      ' 界线 10,000.00',
      ' = 列入名单 ✗ 超过界线，但以前列入过，还没有到重报的时候',
    ].join('\n'),
  ]);
});

test('an ordinary person is looked at above another threshold', async () => {
  const [listing = ''] = await listingsOf({ categories: ['普通'] }, ['2022-09-30']);
  expect(listing).toContain('「普通」');
  expect(listing).toContain('界线 20,000.00');
  expect(listing).toContain('✗ 不列入');
});
