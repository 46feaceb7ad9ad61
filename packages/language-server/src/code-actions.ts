import type { Diagnostic as Finding, Fix, LocalText } from '@tiaoli/base';
import type { Formatter } from '@tiaoli/language';
import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver';
import { changedLines } from './features/changed-lines.ts';
import { findingsOf } from './findings-of.ts';
import { lspDiagnostic } from './lsp-diagnostics.ts';
import type { Session } from './session.ts';
import { meets, rangeOf } from './text-range.ts';

/** Kinds of actions on a whole document. */
export const sourceKinds = {
  format: `${CodeActionKind.Source}.format`,
  keywords: `${CodeActionKind.Source}.keywords`,
} as const;

/** What the editor offers at a place: fixes of the findings there and, where asked for, actions on the document. */
export function codeActions(
  session: Session,
  params: CodeActionParams,
  formatter: () => Formatter,
): readonly CodeAction[] {
  const { only, triggerKind } = params.context;
  const wants = (kind: string): boolean =>
    only === undefined || only.some((each) => kind === each || kind.startsWith(`${each}.`));
  const isAsked = only !== undefined || triggerKind === CodeActionTriggerKind.Invoked;
  const wanted = isAsked ? rewritings.filter(({ kind }) => wants(kind)) : [];
  return [
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(session, params) : []),
    ...wanted.flatMap((rewriting) => rewrite(rewriting, session, params, formatter)),
  ];
}

function quickFixes(
  session: Session,
  { textDocument: { uri }, range }: CodeActionParams,
): readonly CodeAction[] {
  const path = session.pathOf(uri);
  const here = findingsOf(session, path, () => false).filter(({ span }) =>
    meets(rangeOf(span), range),
  );
  return here.flatMap((finding) => {
    const { fixes = [] } = finding;
    const exemption = session.workspace.exemption(finding);
    return [
      ...fixes.map((fix, index) => ({
        ...quickFix(fix, finding, session, uri),
        ...(index === 0 && { isPreferred: true }),
      })),
      ...(exemption ? [quickFix(exemption, finding, session, uri)] : []),
    ];
  });
}

function quickFix(fix: Fix, finding: Finding, session: Session, uri: string): CodeAction {
  const edits = fix.edits.map(({ span, text }) => ({ range: rangeOf(span), newText: text }));
  return {
    title: fix.title[session.language],
    kind: CodeActionKind.QuickFix,
    diagnostics: [lspDiagnostic(finding, session)],
    edit: { changes: { [uri]: edits } },
  };
}

interface Rewriting {
  readonly kind: string;
  readonly title: LocalText;
  readonly keywords?: 'zh' | 'en';
}

const rewritings: readonly Rewriting[] = [
  { kind: sourceKinds.format, title: { zh: '排版整个文件', en: 'Format the document' } },
  {
    kind: sourceKinds.keywords,
    title: { zh: '关键字改为中文', en: 'Write the keywords in Chinese' },
    keywords: 'zh',
  },
  {
    kind: sourceKinds.keywords,
    title: { zh: '关键字改为英文', en: 'Write the keywords in English' },
    keywords: 'en',
  },
];

/** A whole rewriting; none of a document that cannot be read in full, and none that would change nothing. */
function rewrite(
  { kind, title, keywords }: Rewriting,
  session: Session,
  { textDocument: { uri } }: CodeActionParams,
  formatter: () => Formatter,
): readonly CodeAction[] {
  const path = session.pathOf(uri);
  const text = session.textOf(path) ?? '';
  const { text: newText } = formatter().format({ path, text }, keywords && { keywords });
  if (newText === undefined || newText === text) return [];
  const edit = { changes: { [uri]: changedLines(text, newText) } };
  return [{ title: title[session.language], kind, edit }];
}
