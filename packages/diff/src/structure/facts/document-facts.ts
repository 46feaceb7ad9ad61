import type { ClauseDeclaration, DocumentDeclaration } from '@tiaoli/ir';
import type { Facts } from '../fact-list.ts';
import {
  said,
  saidInOrder,
  saidNames,
  saidRounding,
  saidText,
  saidValidity,
  saidWord,
} from '../fact-list.ts';

/** 文件. The keyword language is how it is written, and says nothing. */
export function documentFacts(each: DocumentDeclaration): Facts {
  const { month, day } = each.yearStart;
  return [
    ...saidText('title', each.title),
    ...saidText('number', each.number),
    ...saidWord('level', each.level),
    ...saidText('place', each.place),
    ...saidText('parent', each.parent),
    ...saidValidity('effective', each.effective),
    ...saidInOrder('issuers', each.issuers),
    ...saidNames('basis', each.basis),
    ...saidRounding('rounding', each.rounding),
    ...saidText('year-start', `${month}-${day}`),
  ];
}

/** 条: what it quotes, and why it holds no rules. Its number is no fact: it is how it is found. */
export function clauseFacts({ text, status, reason }: ClauseDeclaration): Facts {
  return [
    ...(text.length > 0 ? said('text', { kind: 'quote', paragraphs: text }) : []),
    ...(status === 'rules' ? [] : saidWord('status', status)),
    ...saidText('reason', reason),
  ];
}
