import { Alert, Button, Radio } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useNames } from '../workflow/use-names.ts';
import styles from '../workflow/workflow.module.css';
import type { Conflict, ConflictPiece, Side } from './conflict.ts';
import { chosenText } from './conflict.ts';
import views from './drafts.module.css';

/** Somebody else saved first: base, mine and theirs of each clause that both changed, and a choice for each. */
export function ConflictView({
  conflict,
  onSettled,
}: {
  readonly conflict: Conflict;
  readonly onSettled: (text: string) => void;
}) {
  const t = useTranslations('drafts');
  const nameOf = useNames([conflict.theirs.authorId]);
  const [choices, setChoices] = useState<ReadonlyMap<number, Side>>(new Map());
  const { merged, pieces, theirs } = conflict;
  const name = nameOf(theirs.authorId);
  if (merged !== undefined) {
    return (
      <Alert
        type="warning"
        showIcon
        title={t('movedTitle', { name })}
        description={t('mergeable')}
        action={
          <Button type="primary" onClick={() => onSettled(merged)}>
            {t('merge')}
          </Button>
        }
      />
    );
  }
  const text = pieces.length > 0 ? chosenText(pieces, choices) : undefined;
  return (
    <section className={styles.panel} aria-label={t('movedTitle', { name })}>
      <Alert
        type="warning"
        showIcon
        title={t('movedTitle', { name })}
        description={t(pieces.length > 0 ? 'choose' : 'chooseWhole')}
      />
      {pieces.map((piece, index) =>
        piece.text === undefined ? (
          <ClauseChoice
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces stand in one order
            key={index}
            piece={piece}
            name={name}
            chosen={choices.get(index)}
            onChoose={(side) => setChoices((now) => new Map([...now, [index, side]]))}
          />
        ) : null,
      )}
      <div className={styles.actions}>
        {pieces.length > 0 && (
          <Button
            type="primary"
            disabled={text === undefined}
            onClick={() => text !== undefined && onSettled(text)}
          >
            {t('takeChoices')}
          </Button>
        )}
        <Button onClick={() => onSettled(theirs.text)}>{t('takeTheirs')}</Button>
      </div>
    </section>
  );
}

function ClauseChoice({
  piece,
  name,
  chosen,
  onChoose,
}: {
  readonly piece: ConflictPiece;
  readonly name: string;
  readonly chosen: Side | undefined;
  readonly onChoose: (side: Side) => void;
}) {
  const t = useTranslations('drafts');
  const sides: readonly (readonly [Side, string])[] = [
    ['base', t('base')],
    ['mine', t('mine')],
    ['theirs', t('theirs', { name })],
  ];
  const clause = piece.clause || t('between');
  return (
    <fieldset className={views.choice}>
      <legend>{clause}</legend>
      <Radio.Group
        aria-label={t('choiceFor', { clause })}
        value={chosen ?? null}
        onChange={(event) => onChoose(event.target.value)}
      >
        <div className={views.sides}>
          {sides.map(([side, label]) => (
            <div key={side} className={views.side}>
              <Radio value={side}>{label}</Radio>
              <pre className={styles.source}>{piece[side]?.trim() ?? t('removed')}</pre>
            </div>
          ))}
        </div>
      </Radio.Group>
    </fieldset>
  );
}
