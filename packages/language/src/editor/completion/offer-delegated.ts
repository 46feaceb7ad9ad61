import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import type { Bounding, Delegation } from '../../generated/ast.ts';
import { isDelegation } from '../../generated/ast.ts';
import type { LinkedFile } from '../../link-documents.ts';
import { printName } from '../../syntax/names.ts';
import type { KeywordLanguage } from '../../syntax/spellings.ts';
import { spell } from '../../syntax/spellings.ts';
import type { Completion } from './completion.ts';

/** Whole 确定 statements, one for each parameter that a higher document leaves to this level: its bounds beside, its present value to begin with. */
export function offerDelegated(
  { document, basisNames }: LinkedFile,
  language: KeywordLanguage,
): readonly Completion[] {
  const { level } = document.header;
  return basisNames
    .flatMap(({ file }) => delegationsOf(file))
    .filter(({ levels }) => levels.includes(level))
    .flatMap((delegation) => offerOf(delegation, document.scope, language));
}

const delegations = new WeakMap<AstNode, readonly Delegation[]>();

/** Gone through once: completions are asked for with each letter. */
function delegationsOf(file: AstNode): readonly Delegation[] {
  const known = delegations.get(file) ?? AstUtils.streamAst(file).filter(isDelegation).toArray();
  delegations.set(file, known);
  return known;
}

type Scope = LinkedFile['document']['scope'];

function offerOf(
  delegation: Delegation,
  scope: Scope,
  language: KeywordLanguage,
): readonly Completion[] {
  const [declared] = scope.lookup(delegation.target?.$refText ?? '', 'value');
  const [node] = declared?.nodes ?? [];
  if (!declared || node?.$type !== 'Parameter') return [];
  const keyword = spell('determine', language);
  const name = printName(declared.name);
  const value = node.versions.at(-1)?.value;
  const written = value?.$type === 'Unseen' ? '' : (value?.$cstNode?.text ?? '');
  const first = boundText(delegation.bounds[0]);
  const start = written === '' ? first : written;
  const end = language === 'zh' ? '；' : ';';
  const bounds = delegation.bounds.map((bound) => bound.$cstNode?.text ?? '').join(' ');
  return [
    {
      kind: 'construct',
      label: `${keyword} ${declared.name}`,
      ...(declared.alias !== undefined && { alias: `determine ${declared.alias}` }),
      insert: `${keyword} ${name} = \${1:${start.replace(/[\\$}]/g, '\\$&')}}${end}`,
      detail: {
        zh: bounds === '' ? '上级授权，没有界限' : `上级授权：${bounds}`,
        en: bounds === '' ? 'delegated without bounds' : `delegated: ${bounds}`,
      },
      rank: 0,
    },
  ];
}

/** The number that a bound names. */
function boundText(bound: Bounding | undefined): string {
  if (bound?.$type === 'LimitBound') return bound.value.$cstNode?.text ?? '';
  if (bound?.$type === 'BetweenBound') return bound.low.$cstNode?.text ?? '';
  return '';
}
