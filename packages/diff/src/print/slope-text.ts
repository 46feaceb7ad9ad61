import type { LocalText } from '@tiaoli/base';
import { negate, printRational, printYuan } from '@tiaoli/base';
import type { RegionSlope } from '../behaviour/behaviour.ts';

/** `甲类费用从 30.00元 到 2,833.33元（其余如上例）：每多1元，比旧的一边多 0.05元`. */
export function slopeText({ name, from, to, slope, isGrowing, isRounded }: RegionSlope): LocalText {
  const isMore = slope.numerator > 0n;
  const size = printRational(isMore ? slope : negate(slope));
  const [least, most] = [printYuan(from), printYuan(to)];
  const zh = isGrowing ? `比旧的一边${isMore ? '多' : '少'} ${size}元` : `相差缩小 ${size}元`;
  const en = isGrowing
    ? `${size} yuan ${isMore ? 'more' : 'less'} than on the old side`
    : `the difference shrinks by ${size} yuan`;
  return {
    zh: `${name}从 ${least}元 到 ${most}元（其余如上例）：每多1元，${zh}${isRounded ? '，尾差另计' : ''}`,
    en: `${name} from ${least} to ${most} yuan, the rest as in that case: for each yuan more ${en}${isRounded ? ', but for rounding' : ''}`,
  };
}
