import { useTranslations } from 'next-intl';
import { useId } from 'react';
import styles from '../compare.module.css';
import type { Point, SliceWindow } from '../model/slice-view.ts';
import { curveOf, piecesIn, rangeOf } from '../model/slice-view.ts';
import type { ShownSlice } from '../slice-answers.ts';

const WIDTH = 720;
const LEFT = 84;
const RIGHT = 12;
/** Of the two results, and of their difference below. */
const UPPER = { top: 16, height: 170 };
const LOWER = { top: 220, height: 90 };
const HEIGHT = 340;

interface Panel {
  readonly top: number;
  readonly height: number;
}

/** Both results and their difference over one fact; where they bend, and where the slider stands. */
export function SliceChart({
  shown,
  window,
  at,
}: {
  readonly shown: ShownSlice;
  readonly window: SliceWindow;
  readonly at: number;
}) {
  const t = useTranslations('compare');
  const title = useId();
  const { pieces } = shown;
  const old = curveOf(pieces, (piece) => piece.old, window);
  const now = curveOf(pieces, (piece) => piece.new, window);
  const difference = curveOf(pieces, (piece) => piece.difference, window);
  const x = (value: number): number =>
    LEFT + ((value - window.from) / (window.to - window.from || 1)) * (WIDTH - LEFT - RIGHT);
  const bends = piecesIn(pieces, window).filter(({ rules }) => rules.length > 0);
  return (
    <figure className={styles.chart}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={title}>
        <title id={title}>
          {t('chartTitle', { result: shown.result, input: shown.inputName })}
        </title>
        {bends.map((piece) => (
          <line key={piece.from} {...vertical(x(Number(piece.from)))} className={styles.bend} />
        ))}
        <Curves panel={UPPER} x={x} curves={[old, now]} looks={[styles.oldLine, styles.newLine]} />
        <Curves panel={LOWER} x={x} curves={[difference]} looks={[styles.differenceLine]} />
        {at >= window.from && at <= window.to && (
          <line {...vertical(x(at))} className={styles.cursor} />
        )}
        <text x={LEFT} y={HEIGHT - 6} className={styles.tick}>
          {plain(window.from)}
        </text>
        <text x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end" className={styles.tick}>
          {`${shown.inputName} ${plain(window.to)}`}
        </text>
      </svg>
      <figcaption className={styles.legend}>
        <span className={styles.oldKey}>{`┄ ${t('old')}`}</span>
        <span className={styles.newKey}>{`━ ${t('new')}`}</span>
        <span className={styles.differenceKey}>{`▔ ${t('differenceBelow')}`}</span>
        <span className={styles.quietInline}>{t('bendsKey')}</span>
      </figcaption>
    </figure>
  );
}

function vertical(x: number) {
  return { x1: x, x2: x, y1: UPPER.top, y2: LOWER.top + LOWER.height };
}

function Curves({
  panel,
  x,
  curves,
  looks,
}: {
  readonly panel: Panel;
  readonly x: (value: number) => number;
  readonly curves: readonly (readonly (readonly Point[])[])[];
  readonly looks: readonly (string | undefined)[];
}) {
  const [low, high] = rangeOf(curves.flat());
  const y = (value: number): number =>
    panel.top + panel.height - ((value - low) / (high - low)) * panel.height;
  const path = (lines: readonly (readonly Point[])[]): string =>
    lines
      .map((line) => line.map(([at, value]) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`))
      .map((points) => `M${points.join('L')}`)
      .join('');
  return (
    <g>
      <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(0)} y2={y(0)} className={styles.axis} />
      {[...new Set([low, 0, high])].map((value) => (
        <text key={value} x={LEFT - 6} y={y(value) + 4} textAnchor="end" className={styles.tick}>
          {plain(value)}
        </text>
      ))}
      {curves.map((lines, at) => (
        <path key={looks[at]} d={path(lines)} className={looks[at]} />
      ))}
    </g>
  );
}

/** To whole units: a tick is a place, not an amount. */
function plain(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}
