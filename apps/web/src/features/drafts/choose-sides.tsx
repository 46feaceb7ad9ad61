import { Alert, Button, Radio } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import styles from '../workflow/workflow.module.css';
import type { ConflictPiece, Side } from './conflict.ts';
import { chosenText } from './conflict.ts';
import views from './drafts.module.css';

interface ChooseSidesProps {
  readonly title: string;
  /** What the other side is called over its texts. */
  readonly theirs: string;
  readonly theirText: string;
  /** Both changes in one text, where nobody has to choose. */
  readonly merged: string | undefined;
  readonly pieces: readonly ConflictPiece[];
  readonly isBusy?: boolean;
  readonly onSettled: (text: string) => void;
}

/** Two changes of one text: merged at once, or base, mine and theirs of each clause that both changed, and a choice for each. */
export function ChooseSides(props: ChooseSidesProps) {
  const { title, merged, isBusy = false, onSettled } = props;
  const t = useTranslations('drafts');
  if (merged === undefined) return <Choices {...props} />;
  return (
    <Alert
      type="warning"
      showIcon
      title={title}
      description={t('mergeable')}
      action={
        <Button type="primary" loading={isBusy} onClick={() => onSettled(merged)}>
          {t('merge')}
        </Button>
      }
    />
  );
}

function Choices({
  title,
  theirs,
  theirText,
  pieces,
  isBusy = false,
  onSettled,
}: ChooseSidesProps) {
  const t = useTranslations('drafts');
  const [choices, setChoices] = useState<ReadonlyMap<number, Side>>(new Map());
  const text = pieces.length > 0 ? chosenText(pieces, choices) : undefined;
  return (
    <section className={styles.panel} aria-label={title}>
      <Alert
        type="warning"
        showIcon
        title={title}
        description={t(pieces.length > 0 ? 'choose' : 'chooseWhole')}
      />
      {pieces.map((piece, index) =>
        piece.text === undefined ? (
          <ClauseChoice
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces stand in one order
            key={index}
            piece={piece}
            theirs={theirs}
            chosen={choices.get(index)}
            onChoose={(side) => setChoices((now) => new Map([...now, [index, side]]))}
          />
        ) : null,
      )}
      <div className={styles.actions}>
        {pieces.length > 0 && (
          <Button
            type="primary"
            loading={isBusy}
            disabled={text === undefined}
            onClick={() => text !== undefined && onSettled(text)}
          >
            {t('takeChoices')}
          </Button>
        )}
        <Button disabled={isBusy} onClick={() => onSettled(theirText)}>
          {t('takeTheirs')}
        </Button>
      </div>
    </section>
  );
}

function ClauseChoice({
  piece,
  theirs,
  chosen,
  onChoose,
}: {
  readonly piece: ConflictPiece;
  readonly theirs: string;
  readonly chosen: Side | undefined;
  readonly onChoose: (side: Side) => void;
}) {
  const t = useTranslations('drafts');
  const sides: readonly (readonly [Side, string])[] = [
    ['base', t('base')],
    ['mine', t('mine')],
    ['theirs', theirs],
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
