import { message } from '@tiaoli/base';

/** What is told of jobs, datasets and stored cases. */
export const jobMessages = {
  'too-many-jobs': message<{ readonly most: number }>({
    severity: 'error',
    message: ({ most }) => ({
      zh: `本单位已有 ${most} 个任务在排队或运行，这一个没有开始。`,
      en: `${most} jobs of this office wait or run already; this one was not begun.`,
    }),
    hint: () => ({
      zh: '等前面的完成，或取消不需要的，再试。',
      en: 'Wait for those before it, or cancel what is not needed, and try again.',
    }),
    explanation: {
      zh: '每个单位同时排队和运行的任务有上限，以免一个单位占用全部算力。',
      en: 'Jobs that an office may have under way are limited, so that one office does not keep all others waiting.',
    },
  }),
  'job-crashed': message({
    severity: 'error',
    message: () => ({
      zh: '运行中断了两次，已停止；没有保存任何结果。',
      en: 'It broke off twice and was given up; nothing of it was kept.',
    }),
    hint: () => ({
      zh: '再试一次；仍然中断时，把任务编号告诉管理员，检查服务器的内存和日志。',
      en: 'Try again; if it breaks off once more, tell an administrator the id of the job: memory and log of the server will say why.',
    }),
    explanation: {
      zh: '任务在单独的进程中运行；进程意外结束后自动重试一次，第二次仍中断就如实告知。',
      en: 'A job runs in a process of its own; one that ends by accident is begun once more, and a second time it says so.',
    },
  }),
  'job-too-long': message<{ readonly minutes: number }>({
    severity: 'error',
    message: ({ minutes }) => ({
      zh: `运行超过 ${minutes} 分钟，已停止；没有保存任何结果。`,
      en: `It ran for more than ${minutes} minutes and was ended; nothing of it was kept.`,
    }),
    hint: () => ({
      zh: '服务器空闲时再试；仍然超时，把大的改动分成几个提案，或用小一些的数据。',
      en: 'Try again when the server has less to do; if that is not enough, propose a large change in parts, or take fewer data.',
    }),
    explanation: {
      zh: '每个任务都有时间上限，以免一个任务一直占着算力，后面的都等下去。',
      en: 'Every job has a limit of time, so that one of them does not keep all others waiting.',
    },
  }),
  'job-not-mine': message({
    severity: 'error',
    message: () => ({
      zh: '这个任务已取消，或已由另一个进程接手；这里的结果没有保存。',
      en: 'The job was cancelled, or another process has it by now; this result was not kept.',
    }),
    hint: () => ({ zh: '查看任务的当前状态。', en: 'Look at the state of the job.' }),
    explanation: {
      zh: '一个任务同一时间只由一个进程运行，只有它能保存结果。',
      en: 'One process at a time works on a job, and it alone keeps what comes of it.',
    },
  }),
  'dataset-gone': message<{ readonly title: string }>({
    severity: 'error',
    message: ({ title }) => ({
      zh: `数据集「${title}」的文件不在了，或与登记时不同。`,
      en: `The files of the dataset "${title}" are gone, or are not those that were registered.`,
    }),
    hint: () => ({
      zh: '重新登记数据集，或请管理员恢复文件。',
      en: 'Register the dataset anew, or ask an administrator to bring the files back.',
    }),
    explanation: {
      zh: '测算结果写明所用数据的散列值；数据变了就不再是同一份数据集。',
      en: 'A run names the hash of its data: other data are another dataset.',
    },
  }),
  'dataset-expired': message<{ readonly title: string }>({
    severity: 'error',
    message: ({ title }) => ({
      zh: `数据集「${title}」的保存期限已到，不能再用来测算。`,
      en: `The dataset "${title}" is past the day until which it is kept: nothing is run over it.`,
    }),
    hint: () => ({
      zh: '写明理由删除它；还需要的，按规定重新登记。',
      en: 'Delete it with the reason; where it is still needed, register it anew as the rules ask.',
    }),
    explanation: {
      zh: '每个数据集都有保存期限，到期应删除；此前的测算结果仍然保留。',
      en: 'Every dataset has a day from which it is not to be kept; what was run over it before stays.',
    },
  }),
  'dataset-name': message({
    severity: 'error',
    message: () => ({
      zh: '文件夹的名称不能以点开头，不能含斜杠，最长 100 个字。',
      en: 'The name of a folder begins with no dot, has no slash, and has at most 100 characters.',
    }),
    hint: () => ({
      zh: '只写管理员放好的那个文件夹的名称，不写路径。',
      en: 'Write the name of the folder that the administrator put there, and no path.',
    }),
    explanation: {
      zh: '数据集只能取自本单位的文件夹。',
      en: 'Datasets come from the folder of one’s own office alone.',
    },
  }),
  'retention-refused': message({
    severity: 'error',
    message: () => ({
      zh: '保存期限应是今天以后的一天，最长十年。',
      en: 'The day until which it is kept must lie ahead, within ten years.',
    }),
    hint: () => ({
      zh: '按数据管理规定写明保存到哪一天。',
      en: 'Name the day that the rules on data ask for.',
    }),
    explanation: {
      zh: '每个数据集都有保存期限，到期应删除。',
      en: 'Every dataset has a day from which it is not to be kept.',
    },
  }),
  'case-refused': message<{ readonly most: number }>({
    severity: 'error',
    message: ({ most }) => ({
      zh: `案例没有保存：保存期应为 1 到 ${most} 天，内容应是不超过 1 MB 的 JSON。`,
      en: `The case was not stored: it is kept for 1 to ${most} days, and is JSON of at most 1 MB.`,
    }),
    hint: () => ({
      zh: '改短保存期，或减少明细后再保存。',
      en: 'Choose fewer days, or fewer items.',
    }),
    explanation: {
      zh: '案例含个人情况，只在需要时保存，到期自动删除。',
      en: 'A case tells of a person: it is kept while it is needed, and then deleted.',
    },
  }),
};
