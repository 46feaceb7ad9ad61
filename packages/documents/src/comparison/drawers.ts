import type { LocalText } from '@tiaoli/base';
import {
  boundsText,
  changeText,
  groupChanges,
  isSame,
  reasonText,
  regionText,
  stateWords,
  subjectText,
} from '@tiaoli/diff';
import { pathText } from '@tiaoli/settlement';
import type { Markup } from '../page/markup.ts';
import { element } from '../page/markup.ts';
import type { PageContext } from './page-context.ts';
import { piecesMarkup } from './text-markup.ts';

/** What is easily overlooked, with counts: rounding, edits without effect, what stayed open, what was not compared. */
export function drawers(context: PageContext): Markup {
  const { say } = context;
  const drawn = [
    drawer({ zh: '只差尾数', en: 'Rounding only' }, roundingItems(context), context),
    drawer(
      { zh: '改了但没有效果（已证明）', en: 'Edited without effect, proved' },
      idleItems(context),
      context,
    ),
    drawer(
      { zh: '条文改了，规则没有改', en: 'Words changed, rules not' },
      wordItems(context),
      context,
    ),
    drawer({ zh: '未定', en: 'Undecided' }, openItems(context), context),
    drawer({ zh: '没有比较', en: 'Not compared' }, unlikeItems(context), context),
    drawer({ zh: '不变（已证明）', en: 'Unchanged, proved' }, sameItems(context), context),
  ];
  const title = say({ zh: '容易漏看的', en: 'Easily overlooked' });
  return element(
    'section',
    { 'aria-labelledby': 'drawers' },
    element('h2', { id: 'drawers' }, title),
    ...drawn,
  );
}

function drawer(title: LocalText, items: readonly Markup[], { say }: PageContext): Markup {
  const none = say({ zh: '没有。', en: 'None.' });
  const list =
    items.length > 0 ? element('ul', {}, ...items) : element('p', { class: 'quiet' }, none);
  return element('details', {}, element('summary', {}, `${say(title)}（${items.length}）`), list);
}

function roundingItems({ behaviour: { behaviour }, language }: PageContext): readonly Markup[] {
  return behaviour.results.flatMap(({ name, type, regions }) =>
    regions
      .filter(({ state }) => state === 'rounding')
      .map((region) => {
        const who = regionText(region, behaviour, language);
        return element('li', {}, `${name}　${who}　${boundsText(region, type, language)}`);
      }),
  );
}

function idleItems({
  behaviour: { withoutEffect },
  language,
  say,
}: PageContext): readonly Markup[] {
  const changes = withoutEffect.flatMap((each) => each.changes);
  return groupChanges(changes).map(({ subject, changes: own }) =>
    element(
      'li',
      {},
      `${subjectText(subject, language)}　${own.map((each) => say(changeText(each))).join('；')}`,
    ),
  );
}

function wordItems({ behaviour: { wordsOnly } }: PageContext): readonly Markup[] {
  return wordsOnly.map(({ clause: { before, after, quote, paraphrase } }) =>
    element(
      'li',
      {},
      `${pathText([(after ?? before)?.name ?? ''])} `,
      ...piecesMarkup([...quote, ...paraphrase]),
    ),
  );
}

function openItems({ behaviour: { behaviour }, language, say }: PageContext): readonly Markup[] {
  return behaviour.results.flatMap(({ name, regions }) =>
    regions
      .filter(({ state }) => state === 'undecided')
      .map((region) => {
        const who = regionText(region, behaviour, language);
        const why = region.reasons.map((each) => say(reasonText(each))).join('、');
        return element('li', {}, `${name}　${who}　${why}`);
      }),
  );
}

function unlikeItems({ behaviour: { behaviour }, say }: PageContext): readonly Markup[] {
  const only = [
    ...behaviour.onlyBefore.map((name) => ({
      zh: `只有旧的一边有：${name}`,
      en: `on the old side only: ${name}`,
    })),
    ...behaviour.onlyAfter.map((name) => ({
      zh: `只有新的一边有：${name}`,
      en: `on the new side only: ${name}`,
    })),
  ];
  return [...behaviour.unlike, ...only].map((each) => element('li', {}, say(each)));
}

function sameItems({ behaviour: { behaviour }, say }: PageContext): readonly Markup[] {
  return behaviour.results
    .filter(({ state }) => isSame(state))
    .map(({ name, kind, state }) => {
      const after = kind === 'state' ? say({ zh: '（结算之后）', en: ' (after the claim)' }) : '';
      return element('li', {}, `${name}${after}　${say(stateWords[state])}`);
    });
}
