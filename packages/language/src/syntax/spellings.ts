import { punctuation } from './punctuation.ts';

/** The two keyword languages. Names are in any script and belong to neither. */
export type KeywordLanguage = 'zh' | 'en';

/** One keyword of the grammar and how it is written; the first spelling of a language is the one that is printed. */
export interface Word {
  readonly canonical: string;
  readonly zh: readonly string[];
  readonly en: readonly string[];
  /** A reserved word is a name only inside 「」; a soft one wherever the grammar wants a name. */
  readonly reserved: boolean;
}

/** `canonical|Chinese|English`; synonyms stand behind a 、. */
const softRows = `
language|语言|language
document|文件|document
identifier|标识|identifier
number|文号|number
jurisdiction|层级|jurisdiction
effective|施行|effective
issuer|发文机关|issuer
basis|依据|basis
replaces|废止|replaces
year|年度|year
month|月|month
nation|国家|nation
province|省、省值|province
city|市|city
county|县|county
article|条|article
informational|说明|note
uncoded|未编码|uncoded
inexpressible|无法表达|inexpressible
reason|原因|reason
source|出处|source
grade|等级|grade
A|A|A
B|B|B
C|C|C
D|D|D
illustrative|示例|illustrative
inferred|推定|inferred
approximate|约|approximate
paraphrase|转述|paraphrase
waive|豁免|allow
alias|别名|alias
question|问|ask
enumeration|枚举|enum、enumeration
ordered|有序|ordered
extensible|可增|extensible
add|增加|add
fund|基金|fund
group|组|group
entity|实体、主体|entity
period|期|period
sorted|序|sorted by
input|输入|input
default|缺省、默认|default
set_of|集合|set of
at_most_count|至多|up to
places|小数|places
by_day|按日|by day
constraint|约束|constraint
parameter|参数|parameter
better|向优|better
better_high|高|high
better_low|低|low
table|表|table
catalogue|目录|catalogue
rows|来源|rows
key|键|key
column|列|column
valid|生效|valid
define|定义|define
case|情形|case
exception|例外|exception
best|就高、就高不重复|best
least|就低|least
sum|累加|sum
exclusive|互斥|exclusive
ranked|按序|ranked
allocate|分担|share
accumulator|累计|accumulator
total|合计|total
voided|作废|voided
count|计数|count
greatest|最大|greatest
latest|最近|latest
stock|存量|stock
past|过去|past
inflow|入|inflow
outflow|出|outflow
cleared|清零|cleared
layer|层|layer
payer|支付方|payer
applies|适用|applies
governing_date|适用日|governed by
year_by|年度按|year by
base|基数|base
cost_limit|费用限额|admit
before_deductible|起付前|before deductible
after_deductible|起付后|after deductible
deductible|起付|deductible
nth|次第|nth
renew|续计|renew
year_total|年内合计|year total
then_waived|后免|then waived
highest_in_year|取年内最高|highest in year
rate|比例|rate
absolute|绝对额|absolute
excess|超额、超出额|excess
adjust|调整|adjust
person_share|个人比例|person share
tracked|单列|tracked
ahead_of|先于|ahead of
guarantee|保底|guarantee
cap|限额|cap
stock_left|余额|balance of
for_each|逐个|for each
in_year|年内|in year
incremental|增量|incremental
true_up|补差|true up
rounding|取整|rounding
per_band|逐段|per band
cap_pool|限额池|pool
waterfall|层序|waterfall
amount|总额|amount
in_policy|政策内|in policy
attach|接|attach
delegate|授权|delegate
determine|确定|determine
step|步长|step
no_worse|不劣于|no worse than
may_split|可按|may split by
rising|递增|rising
falling|递减|falling
derogate|特别规定|derogate
amend|修改|amend
whole_add|总额增加|whole adds
example|算例|example
published|案例|published
shape|形状|shape
output|结果|output
service|事项|service
code|代码|code
category|大项|category
township|乡|township
channels|渠道|channels
steps|步骤|steps
time_limit|时限|time limit
at_once|即时|at once
materials|材料|materials
handled_by|由|handled by
handles|办理|handles
diseases|病种|diseases
produces|产生|produces
status|状态|status
valid_for|有效|valid for
finish_day|办结日|finish day
uses|次数|uses
unlimited|不限|unlimited
delegate_services|事项授权|delegate services
no_slower|不慢于上级|no slower
no_more|不多于上级|no more
metric|指标|metric
material_count|材料数|material count
total_time|总时限|total time
falls|下降|falls
service_share|事项占比|share of services
accepted|受理|accepted
watchlist|名单|watchlist
subject|对象|subject
look_at|看|look at
listed|列入|listed
not_listed|不列入|not listed
tell|推送|tell
list_again|重报|list again
since_listed|上次列入后|since listed
not_again|不再列入|not again
monotone|单调|monotone
checked|检查|checked
`;

/** Inside a run of letters these are also recognised right before a number and right behind one. */
const reservedRows = `
and|且、并且|and
or|或、或者|or
not|非|not
in|属于|in
not_in|不属于|not in
contains|含|contains
has|有|has
within|属|within
under|据|under
less|除|less
of|的|of
over|于|over
at|在|at
between|介于|between
none|无|none
waived|免|waived
removed|取消|removed
times|乘|times
every|每|every
if|若、如果|if
then|则|then
else|否则|else
when|当|when
by|按|by
from|自|from
to|至、到|to
onward|起、起施行、起执行|onward
until|止|until
prior|前|prior
true|是|true
false|否|false
any|任意|any
otherwise|其余|otherwise
one_of|择一|one of
attachable|可接|attachable
brackets|分段|brackets
cumulative|年内累计|cumulative
overlap|重叠|overlap
expect|期望|expect
earlier|之前|before
later|之后|after
place|地区|place
not_set|不设|not set
not_applicable|不适用|not applicable
pending|待补充|pending
unseen|未见|unseen
as_zero|视为0|as zero
allocated|总|whole
left|余|left
per_claim|每次|per claim
per_visit|每就诊|per visit
per_stay|每住院、每次住院|per stay
per_day|每日、每天|per day、daily
per_month|每月|per month、monthly
per_year|每年|per year、yearly
raise|提高|raise
lower|降低|lower
above|超过、大于|above
not_above|不超过、不高于|not above
less_than|不满、小于、未满|less than
at_least|不低于、不少于、不小于|at least
lower_than|低于|lower than
higher_than|高于|higher than
reaching|达到、满|reaching
or_more|以上|or more
or_less|以下|or less
within_bound|以内、内|or within
beyond|以外|or beyond
`;

export const words: readonly Word[] = [
  ...readRows(softRows, false),
  ...readRows(reservedRows, true),
];

export const wordByCanonical: ReadonlyMap<string, Word> = new Map(
  words.map((word) => [word.canonical, word]),
);

/** Canonical name by spelling, in both languages; several words are joined by one space. */
export const canonicalBySpelling: ReadonlyMap<string, string> = indexSpellings(words);

/** Every spelling of a reserved word. */
export const reservedSpellings: ReadonlySet<string> = new Set(
  words.filter((word) => word.reserved).flatMap((word) => [...word.zh, ...word.en]),
);

/** The spelling of a keyword or a punctuation mark in a keyword language; the name itself when it is neither. */
export function spell(canonical: string, language: KeywordLanguage): string {
  const word = wordByCanonical.get(canonical);
  if (word) return word[language][0] ?? canonical;
  return punctuation.get(canonical)?.[language] ?? canonical;
}

function readRows(rows: string, reserved: boolean): Word[] {
  return rows
    .trim()
    .split('\n')
    .map((row) => {
      const [canonical = '', zh = '', en = ''] = row.split('|');
      return { canonical, zh: zh.split('、'), en: en.split('、'), reserved };
    });
}

/** Throws when two words share a spelling: a mistake of ours, found at start-up. */
function indexSpellings(table: readonly Word[]): Map<string, string> {
  const index = new Map<string, string>();
  for (const { canonical, zh, en } of table) {
    for (const spelling of [...zh, ...en]) {
      const other = index.get(spelling) ?? canonical;
      if (other !== canonical) throw new Error(`${spelling} spells ${other} and ${canonical}`);
      index.set(spelling, canonical);
    }
  }
  return index;
}
