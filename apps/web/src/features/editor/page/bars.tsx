import { Button } from 'antd';
import { useFormatter, useTranslations } from 'next-intl';
import { documentName } from '../documents/document-names.ts';
import type { DocumentState } from '../documents/document-state.ts';
import { useStore } from '../state/use-store.ts';
import { Bar } from './bar.tsx';
import type { Comparison } from './comparison-view.tsx';
import { useFolderEditor } from './editor-context.tsx';
import { HealthBar } from './health-bar.tsx';
import { draftTime } from './missing-document.tsx';
import { OutsideBar } from './outside-bar.tsx';

type OnCompare = (comparison: Comparison) => void;

/** What stands in the way of the document, most urgent first. */
export function Bars({ onCompare }: { readonly onCompare: OnCompare }) {
  const t = useTranslations('editor');
  const { session, path } = useFolderEditor();
  const state = useStore(session.documents.states).get(path);
  if (!state) return null;
  return (
    <>
      <HealthBar />
      {!state.isEditable && <Bar kind="warn" name="not-utf8" text={t('notUtf8')} />}
      {state.failure && <FailureBar failure={state.failure} />}
      <OutsideBar state={state} onCompare={onCompare} />
      <DraftBar state={state} onCompare={onCompare} />
      {state.isElsewhere && <Bar kind="info" name="elsewhere" text={t('elsewhere')} />}
      <RenamedBar />
    </>
  );
}

function FailureBar({ failure }: { readonly failure: NonNullable<DocumentState['failure']> }) {
  const t = useTranslations('editor');
  const { save } = useFolderEditor();
  const text = (
    <>
      {failure.title}
      {failure.detail && <p>{failure.detail}</p>}
    </>
  );
  return (
    <Bar kind="bad" name="failure" text={text}>
      {failure.isPassing && (
        <Button size="small" onClick={save}>
          {t('tryAgain')}
        </Button>
      )}
    </Bar>
  );
}

function DraftBar({
  state,
  onCompare,
}: {
  readonly state: DocumentState;
  readonly onCompare: OnCompare;
}) {
  const t = useTranslations('editor');
  const format = useFormatter();
  const { session, host, path } = useFolderEditor();
  const { offer } = state;
  if (!offer) return null;
  const time = draftTime(format, offer.draft.savedAt);
  const act = (what: 'restore' | 'discard'): void => {
    session.documents[what](path);
    host.editor.focus();
  };
  const compare = (): void =>
    onCompare({ kind: 'draft', path, left: state.base.text, right: offer.draft.text });
  return (
    <Bar
      kind="warn"
      name="draft"
      text={t(offer.isOutdated ? 'draftOfferOutdated' : 'draftOffer', { time })}
    >
      <Button size="small" type="primary" onClick={() => act('restore')}>
        {t('restore')}
      </Button>
      <Button size="small" onClick={compare}>
        {t('compare')}
      </Button>
      <Button size="small" onClick={() => act('discard')}>
        {t('discard')}
      </Button>
    </Bar>
  );
}

function RenamedBar() {
  const t = useTranslations('editor');
  const { session, goTo, saveAll } = useFolderEditor();
  const renamed = useStore(session.renamed);
  const states = useStore(session.documents.states);
  const unsaved = renamed.filter((path) => states.get(path)?.isDirty);
  if (unsaved.length < 2) return null;
  const titleOf = (path: string): string =>
    documentName(path, session.documents.ensure(path)?.getValue() ?? '').title;
  const names = unsaved.map((path) => (
    <Button key={path} type="link" size="small" onClick={() => goTo(path)}>
      {titleOf(path)}
    </Button>
  ));
  const text = t.rich('renamed', { count: renamed.length, titles: () => names });
  return (
    <Bar kind="info" name="renamed" text={text}>
      <Button size="small" type="primary" onClick={saveAll}>
        {t('saveAll')}
      </Button>
      <Button size="small" onClick={() => session.renamed.set([])}>
        {t('dismiss')}
      </Button>
    </Bar>
  );
}
