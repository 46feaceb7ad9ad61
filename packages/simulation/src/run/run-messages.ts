import type { LocalText } from '@tiaoli/base';
import { message } from '@tiaoli/base';

const mappingHint: LocalText = {
  zh: '用 --mapping 给一份对照表，写明这项取自人群的哪一列，或由哪份规则算出；政策里给了缺省的可以不写。',
  en: 'Give a mapping with --mapping that says which column it comes from, or which rules give it; a default in the policy does as well.',
};

/** What each finding about a run says, by its code. */
export const runMessages = {
  'run-without-waterfall': message<{ readonly name: string }>({
    severity: 'error',
    message: ({ name }) => ({
      zh: `「${name}」没有层序，说不出一笔费用由谁支付多少，不能测算。`,
      en: `"${name}" has no order of payment, so nothing says who pays what of a claim: it cannot be simulated.`,
    }),
    hint: () => ({
      zh: '测算写了层序的文件；只有参数或服务的文件，测算用到它的那一份。',
      en: 'Simulate the document with the order of payment that uses this one.',
    }),
    explanation: {
      zh: '测算把每笔费用分给各支付方和个人，并逐笔核对各层支付加现金等于总额；没有层序就没有这个总额。',
      en: 'A run divides every claim among payers and the person and holds the parts against the total; without an order of payment there is no such total.',
    },
  }),
  'run-without-fact': message<{ readonly input: string; readonly question: string }>({
    severity: 'error',
    message: ({ input, question }) => ({
      zh: `人群里没有「${input}」（${question}），政策里也没有给缺省。`,
      en: `The population has no "${input}" (${question}), and the policy gives no default.`,
    }),
    hint: () => mappingHint,
    explanation: {
      zh: '政策要用的每项事实，要么取自人群的一列，要么由先算的规则给出，要么有缺省；不猜。',
      en: 'Every fact that a policy needs comes from a column, from rules that are settled first, or has a default; nothing is guessed.',
    },
  }),
  'run-with-catalogue': message({
    severity: 'error',
    message: () => ({
      zh: '这份政策要查目录或工作日历，人群里没有明细，不能测算。',
      en: 'This policy looks rows of catalogues or working days up, and a population has no items: it cannot be simulated.',
    }),
    hint: () => ({
      zh: '人群只到每一笔结算；按明细逐项定的费用，先在结算数据里汇总成甲、乙、丙类再导入。',
      en: 'A population has claims, not items: import amounts by class that were added up from the items.',
    }),
    explanation: {
      zh: '人群的每一行是一笔结算，不是处方或清单上的一项。',
      en: 'A row of a population is a claim, not a line of its bill.',
    },
  }),
  'run-beyond-numbers': message<{ readonly name: string }>({
    severity: 'error',
    message: ({ name }) => ({
      zh: `「${name}」的取值没有上界，或不是整分，成批加总不能保证准确。`,
      en: `"${name}" has no bound, or is no whole fen: it cannot be added up exactly in bulk.`,
    }),
    hint: () => ({
      zh: '给用到的输入写上取值范围，给金额写上取整。',
      en: 'Declare the domains of the inputs it uses, and how the amount is rounded.',
    }),
    explanation: {
      zh: '成批计算用 64 位整数，只有能证明不溢出的金额才加总。',
      en: 'Bulk runs use integers of 64 bits; only amounts that provably stay within them are added up.',
    },
  }),
  'run-unbalanced': message<{ readonly scenario: string; readonly claims: number }>({
    severity: 'error',
    message: ({ scenario, claims }) => ({
      zh: `${scenario}：有 ${claims} 笔结算的各层支付加现金不等于总额，没有出结果。`,
      en: `${scenario}: of ${claims} claims the payments and the cash are not the total; there is no result.`,
    }),
    hint: () => ({
      zh: '这是本程序的错误，请连同政策文件一起报告。',
      en: 'This is a mistake of this program; please report it with the policy.',
    }),
    explanation: {
      zh: '每一笔都另行核对：各层支付之和加上个人现金，必须等于总额。',
      en: 'Every claim is checked another way: what the layers pay and the cash must be the total.',
    },
  }),
  'run-too-few': message<{ readonly reason: LocalText }>({
    severity: 'error',
    message: ({ reason }) => ({
      zh: `没有可以测算的人：${reason.zh}。`,
      en: `There is nobody to simulate: ${reason.en}.`,
    }),
    explanation: {
      zh: '政策管的参保类型和地区，人群里要有。',
      en: 'The population must have people of the scheme and the place that the policy is for.',
    },
  }),
  'run-without-spark': message({
    severity: 'error',
    message: () => ({
      zh: '这台电脑上没有 spark-submit，不能在 Spark 上测算。',
      en: 'There is no spark-submit on this computer: nothing can be run on Spark.',
    }),
    hint: () => ({
      zh: '安装 Spark 4.1 或更高版本，或用 SPARK_HOME 指明它的文件夹、用 SPARK_SUBMIT 指明程序；不写 --engine spark 就在本机测算，结果一样。',
      en: 'Install Spark 4.1 or later, or name its folder with SPARK_HOME or the program with SPARK_SUBMIT; without --engine spark the run stays on this computer, with the same result.',
    }),
    explanation: {
      zh: '在集群上测算，由 spark-submit 把语句交给 Spark；本机测算不需要它。',
      en: 'A run on a cluster is handed over by spark-submit; runs on this computer do not need it.',
    },
  }),
  'run-too-many-apart': message<{ readonly people: number; readonly most: number }>({
    severity: 'error',
    message: ({ people, most }) => ({
      zh: `有数值超出声明范围的人，连同其家庭共 ${people} 人，超过本机逐个结算的上限（${most} 人），没有出结果。`,
      en: `People with a number beyond the declared bounds, with their households, are ${people}, more than this computer settles one by one (${most}); there is no result.`,
    }),
    hint: () => ({
      zh: '多半是导入时单位写错（元写成分），先核对人群的金额；数值没错，就放宽政策里输入的取值范围，或不写 --engine spark 在本机测算。',
      en: 'Look at the amounts of the population first: units are often wrong (yuan for fen). If they are right, widen the domains of the inputs, or run on this computer, without --engine spark.',
    }),
    explanation: {
      zh: 'Spark 只结算能证明不出错的数；超出声明范围的人连同其家庭交给本机逐个结算，再加到合计里，所以不能太多。',
      en: 'Spark settles only numbers that are provably exact; people beyond them, and their households, are settled one by one on this computer and added to the sums, so there cannot be too many.',
    },
  }),
  'run-on-spark': message<{ readonly reason: LocalText }>({
    severity: 'error',
    message: ({ reason }) => ({
      zh: `Spark 没有算完，没有出结果。它说：${reason.zh}`,
      en: `Spark did not come to an end, and there is no result. It says: ${reason.en}`,
    }),
    hint: () => ({
      zh: '看 --master 的地址、集群的内存和权限，以及各节点能否读到人群的文件；改好后再运行同一条命令。',
      en: 'Look at the address given with --master, the memory and the permissions of the cluster, and whether its nodes can read the files of the population; then give the same command again.',
    }),
    explanation: {
      zh: '超出 64 位的数会使整个任务停下，不会得出错误的数；Spark 要 4.1 或更高版本。',
      en: 'A number beyond 64 bits stops the whole job and never becomes a wrong one; Spark must be 4.1 or later.',
    },
  }),
};
