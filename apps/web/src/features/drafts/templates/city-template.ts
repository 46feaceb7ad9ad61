import type { DelegatedValue } from '../values/delegated-value.ts';
import { shown, written } from '../values/delegated-value.ts';
import type { NewDocument } from './new-document.ts';
import { documentHead } from './new-document.ts';

/** What a city begins with: the head and a first clause. What is left to it is put behind, once it is known. */
export function cityTemplate(document: NewDocument): string {
  return `${documentHead(document)}
条「一」"在这里写第一条的原文。" 说明；
`;
}

/**
 * The text with every value that its basis leaves to the place and that is not set yet, each with its bounds as a comment: as it
 * holds above; where that is no single number, the statement waits as a comment. No number stands there that nobody has decided.
 */
export function withDelegated(
  text: string,
  basis: string,
  values: readonly DelegatedValue[],
): string {
  const open = values.filter(({ insertion }) => insertion?.before.includes(`据 ${basis}`));
  if (open.length === 0) return text;
  const notes =
    '\n// 以下是上级留给本地确定的数值。上级有数的，先写上级的数；没有的，填上数，并去掉行首的“// ”。把原文写成条款。\n';
  return open.reduce((all, value) => `${all}${statement(value)}`, `${text.trimEnd()}\n${notes}`);
}

function statement({ kind, above, insertion, bounds, delegatedBy }: DelegatedValue): string {
  const said = [bounds && `范围：${bounds}`, `依据：${delegatedBy.clause}`].filter(Boolean);
  const note = `\n// ${said.join('；').replaceAll('\n', ' ')}`;
  const { before = '', after = '' } = insertion ?? {};
  if (typeof above.value === 'string') {
    return `${note}${before}${written(kind, shown(kind, above.value))}${after}`;
  }
  return `${note}${`${before}……${after}`.trimEnd().replaceAll('\n', '\n// ')}\n`;
}
