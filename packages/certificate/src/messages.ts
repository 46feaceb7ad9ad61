import type { LocalText } from '@tiaoli/base';
import { message } from '@tiaoli/base';

/** Where in a certificate: which result, which part of the domain. */
export interface ClaimPlace {
  readonly place: LocalText;
}

const again: LocalText = {
  zh: '用 tiaoli diff --certificate 重新写一份证书',
  en: 'write the certificate again with tiaoli diff --certificate',
};

const doubt: LocalText = {
  zh: '不要相信这份证书；重新写一份，仍被拒绝的，请报告',
  en: 'do not trust this certificate; write another, and report it where that is rejected too',
};

interface Words {
  readonly zh: string;
  readonly en: string;
  readonly why: LocalText;
}

function unusable({ zh, en, why }: Words) {
  return message<ClaimPlace>({
    severity: 'error',
    message: ({ place }) => ({ zh: `${zh}${place.zh}`, en: `${en}${place.en}` }),
    hint: () => again,
    explanation: why,
  });
}

function rejection({ zh, en, why }: Words) {
  return message<ClaimPlace>({
    severity: 'error',
    message: ({ place }) => ({ zh: `${place.zh}：${zh}`, en: `${place.en}: ${en}` }),
    hint: () => doubt,
    explanation: why,
  });
}

/** Why a certificate cannot be checked, or is not accepted, by code. */
export const certificateMessages = {
  'certificate-damaged': unusable({
    zh: '证书已损坏，或不是证书',
    en: 'the certificate is damaged, or is none',
    why: {
      zh: '证书里有一个由其余全部内容算出的封印。封印对不上，或者内容不是公布的格式，就不能核对。封印只查损坏，不证明内容：内容全部重新推导。',
      en: 'A certificate holds a seal, a hash of all the rest. Where it does not fit, or the content is not of the published form, nothing can be checked. The seal tells damage only: everything else is derived anew.',
    },
  }),
  'certificate-unknown-version': unusable({
    zh: '证书的格式版本不认识',
    en: 'the certificate is of an unknown version',
    why: {
      zh: '这份证书由另一个版本的条例写成，这里只能核对格式版本 1。',
      en: 'The certificate was written by another release of Tiaoli; only version 1 of the form can be checked here.',
    },
  }),
  'certificate-other-program': unusable({
    zh: '证书说的是另一份政策',
    en: 'the certificate is about another policy',
    why: {
      zh: '证书记着两边政策含义的哈希。现在编译出来的政策含义不同（改过条文、取值或输入），证书对它不作数。',
      en: 'A certificate names the hash of what both policies mean. The policy as it is compiled now means something else, so the certificate says nothing about it.',
    },
  }),
  'certificate-other-calendar': unusable({
    zh: '证书按另一份工作日日历写成',
    en: 'the certificate counts working days by another calendar',
    why: {
      zh: '含有工作日的证书记着所用日历（国务院办公厅公布的放假安排）的哈希。日历更新以后数出来的日子会不同，证书要按新的日历重新写。',
      en: 'Where working days are counted, a certificate names the hash of the calendar (the days off that the State Council announces). By another calendar other days come out, so it must be written again.',
    },
  }),
  'certificate-unknown-assumption': rejection({
    zh: '两边的政策都没有这样的约束，或者不能这样归纳',
    en: 'neither policy declares such an invariant, or it cannot be proved by induction',
    why: {
      zh: '证书只可以用政策里写明的约束，和由证书自己证明的累计不变式；不变式只能说同时归零的累计，并且对零成立。',
      en: 'A certificate may use invariants that a policy declares, and invariants of the state that it proves itself: about accumulators that begin anew together, and true of zero.',
    },
  }),
  'certificate-assumption-not-kept': rejection({
    zh: '没有证明每次结算之后都成立',
    en: 'it is not shown that every claim keeps it',
    why: {
      zh: '关于累计的前提要证明：结算之前成立，按旧规定、按新规定结算之后都成立。',
      en: 'What is taken for granted of the state must be shown to hold after a claim under either policy, where it held before.',
    },
  }),
  'certificate-result-missing': rejection({
    zh: '证书里缺少这项结果，或者写了两次',
    en: 'the certificate lacks this result, or has it twice',
    why: {
      zh: '两边都有的每项结果和累计，证书里都要恰好有一次。',
      en: 'Every result and accumulator that both policies have must stand in the certificate once.',
    },
  }),
  'certificate-cells-not-covered': rejection({
    zh: '各部分合起来没有覆盖所有情况',
    en: 'its parts do not cover all cases',
    why: {
      zh: '一项结果的各个部分（人员、医院级别等的组合）合起来必须覆盖两边共同的全部取值。',
      en: 'The parts of one result must cover every combination of the facts that both policies know.',
    },
  }),
  'certificate-state-unfounded': rejection({
    zh: '所说的结论和它的上下界、反例不相称',
    en: 'the claim does not fit its bounds and cases',
    why: {
      zh: '“变化·精确”要在上下界两端各有一个算例达到；“变化·有界”至少有一个算例两边不同；“尾差”不超过 2 分并且是金额；“不变”没有例外。',
      en: 'An exact change needs a case at either bound, a bounded one a case that differs; rounding is at most 2 fen of money; what is unchanged has no exceptions.',
    },
  }),
  'certificate-not-shown': rejection({
    zh: '由已知的条件推不出所说的结论',
    en: 'the claim does not follow from what is known there',
    why: {
      zh: '核对时在这一部分重新算出两边之差，再把证书给出的倍数乘上已知的条件相加；得不出所说的界限，或者差还取决于没有分清的条件。',
      en: 'The difference is derived anew in this part, and what is known is added up as often as the certificate says; the bound does not come out, or the difference hangs on something that was not asked.',
    },
  }),
  'certificate-not-impossible': rejection({
    zh: '说没有这种情况，但推不出矛盾',
    en: 'it is said that there is no such case, and no contradiction comes out',
    why: {
      zh: '证书说某一部分是空的，就要给出倍数，使已知的条件相加得出矛盾；或者说明违反哪一条前提。',
      en: 'Where a certificate says that a part is empty, what is known must add up to a contradiction, or break an assumption.',
    },
  }),
  'certificate-left-open': rejection({
    zh: '有一部分没有证明',
    en: 'a part of it is not shown',
    why: {
      zh: '没有标明“未认证”的结论，证书的每一部分都要有证明。',
      en: 'Every part of a claim that is not marked as uncertified must be shown.',
    },
  }),
  'certificate-witness-refuted': rejection({
    zh: '算例重算的结果和所说的不同',
    en: 'a case does not come to what is claimed',
    why: {
      zh: '证书里的每个算例都用解释器按两边的政策重新结算；事实、约束、之前的累计都要合法，差要在上下界之内。',
      en: 'Every case of a certificate is settled again by the interpreter under both policies; its facts and its state must be admissible and the difference within the bounds.',
    },
  }),
} as const;

export type CertificateCode = keyof typeof certificateMessages;
