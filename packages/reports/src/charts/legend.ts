import type { ChartLook } from './chart-look.ts';
import { coloursOf, fontFamily } from './chart-look.ts';

export function legendOf(names: readonly string[], { scheme }: ChartLook) {
  const { ink } = coloursOf(scheme);
  return {
    top: 0,
    left: 0,
    itemWidth: 14,
    itemHeight: 14,
    itemGap: 12,
    selectedMode: false,
    data: [...names],
    textStyle: { color: ink, fontFamily, fontSize: 12 },
  };
}
