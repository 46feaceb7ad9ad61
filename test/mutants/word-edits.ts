/** What a word of a policy is changed into: one step away, each of them tried. */
export type EditKind = 'boundary' | 'rounding' | 'combination' | 'counting' | 'direction';

interface WordEdit {
  readonly kind: EditKind;
  readonly words: readonly (readonly [word: string, ...others: readonly string[]])[];
}

const edits: readonly WordEdit[] = [
  {
    kind: 'boundary',
    words: [
      ['超过', '不低于', '不超过'],
      ['大于', '不低于'],
      ['不低于', '超过', '不超过'],
      ['不少于', '超过'],
      ['不小于', '超过'],
      ['不超过', '不满', '不低于'],
      ['不高于', '不满'],
      ['不满', '不超过'],
      ['未满', '不超过'],
      ['小于', '不超过'],
      ['低于', '不超过'],
      ['高于', '不低于'],
      ['达到', '超过'],
      ['以上', '以外'],
      ['以下', '以上'],
      ['以内', '以外'],
      ['=', '≠'],
      ['≠', '='],
      ['且', '或'],
      ['或', '且'],
      ['属于', '不属于'],
    ],
  },
  {
    kind: 'rounding',
    words: [
      ['四舍五入到分', '舍去到分', '进位到分', '四舍五入到角'],
      ['舍去到分', '四舍五入到分'],
      ['进位到分', '四舍五入到分'],
      ['四舍五入到元', '舍去到元', '进位到元'],
      ['舍去到元', '四舍五入到元'],
      ['进位到元', '四舍五入到元'],
    ],
  },
  {
    kind: 'combination',
    words: [
      ['就高', '就低', '累加'],
      ['就高不重复', '就低'],
      ['就低', '就高'],
      ['累加', '就高'],
      ['互斥', '就高'],
      ['按序', '就高'],
      ['最小', '最大'],
      ['最大', '最小', '第二大'],
      ['绝对额', '超额'],
      ['超额', '绝对额'],
      ['年内累计', ''],
    ],
  },
  {
    kind: 'counting',
    words: [
      ['每年', '每次', '每月'],
      ['每次', '每年'],
      ['每月', '每年', '每日'],
      ['每日', '每次', '每月'],
      ['每就诊', '每次', '每日'],
      ['每住院', '每次'],
      ['合计', '最大'],
      ['起付前', '起付后'],
      ['起付后', '起付前'],
    ],
  },
  {
    kind: 'direction',
    words: [
      ['提高', '降低'],
      ['降低', '提高'],
    ],
  },
];

const byWord = new Map(
  edits.flatMap(({ kind, words }) =>
    words.map(([word, ...others]) => [word, { kind, others }] as const),
  ),
);

/** The words that a word may become; undefined where it is none of those that decide an amount. */
export function editsOfWord(
  word: string,
): { readonly kind: EditKind; readonly others: readonly string[] } | undefined {
  return byWord.get(word);
}
