import type { Draft, PolicyStore } from '@tiaoli/workspace';
import { publishVersion } from '@tiaoli/workspace';
import type { World } from './world.ts';
import { as, personOf } from './world.ts';

/** A document of the province that leaves a rate to its cities, within bounds. */
export function provinceText(deductible: string): string {
  return `语言 1

文件「省办法」 {
  标识 province.rules；
  层级 省 甲省；
  施行 自 2024-01-01；
  取整 四舍五入到分；
}

实体 结算 {
  输入 合规费用：金额 0元..10万元；
}

条「起付」 出处 "原文" {
  参数 起付线：金额 = ${deductible}；
}

条「比例」 出处 "原文" {
  参数 支付比例：比例 = 50%；
  授权 市 确定 支付比例 不低于 50% 不高于 70%；
}

条「待遇」 出处 "原文" {
  定义 补助：金额 = 最大(合规费用 - 起付线, 0元) × 支付比例；
}
`;
}

/** A city's own values within what the province leaves to it. */
export function cityText(rate: string): string {
  return `语言 1

文件「市办法」 {
  标识 city.rules；
  层级 市 甲市 属 甲省；
  施行 自 2024-01-01；
  依据 province.rules；
}

条「比例」 出处 "原文" {
  据 province.rules 条「比例」 {
    确定 支付比例 = ${rate}；
  }
}
`;
}

const texts = { province: provinceText, city: cityText };

export function pathOf(place: 'province' | 'city'): string {
  return `policies/${place}.tiaoli`;
}

/** Publishes a first version, so that proposals have something to change. */
export async function publishBase(
  store: PolicyStore,
  world: World,
  place: 'province' | 'city',
  value: string,
  from = '2024-01-01',
): Promise<string> {
  const outcome = await publishVersion(store, personOf(world, place, 'publisher'), {
    ...{ documentId: world.documents[place].id, path: pathOf(place), text: texts[place](value) },
    ...{ effectiveFrom: from, beside: new Map() },
  });
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value.id;
}

/** A draft of a person of the place, of its own document. */
export function begin(
  store: PolicyStore,
  world: World,
  place: 'province' | 'city',
  draft: { readonly value: string; readonly base: string; readonly role?: 'drafter' | 'proposer' },
): Promise<Draft> {
  return as(store, personOf(world, place, draft.role ?? 'drafter'), ({ drafts }) =>
    drafts.create({
      ...{ jurisdictionId: world.places[place], documentId: world.documents[place].id },
      ...{ title: '调整', path: pathOf(place), baseVersionId: draft.base },
      text: texts[place](draft.value),
    }),
  );
}
