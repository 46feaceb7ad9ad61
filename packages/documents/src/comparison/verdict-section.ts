import type { IntentVerdict } from '@tiaoli/diff';
import { boundsText, regionText } from '@tiaoli/diff';
import type { Markup } from '../page/markup.ts';
import { element } from '../page/markup.ts';
import type { PageContext } from './page-context.ts';
import { verdictText } from './verdict-words.ts';

/** The declared intent, whether it was kept, and what changes or stayed open outside of it. */
export function verdictSection({ behaviour, say, language }: PageContext): readonly Markup[] {
  const { verdict } = behaviour;
  if (!verdict) return [];
  const told = (found: IntentVerdict['breaches'], mark: string): readonly Markup[] =>
    found.map(({ result, region }) => {
      const everybody = say({ zh: '所有人', en: 'everybody' });
      const who = regionText(region, behaviour.behaviour, language) || everybody;
      const bounds = boundsText(region, result.type, language);
      return element('li', {}, `${mark} ${result.name}　${who}　${bounds}`);
    });
  const items = [...told(verdict.breaches, '✗'), ...told(verdict.unconfirmed, '?')];
  const head = say({ zh: '意图：', en: 'Intent: ' });
  return [
    element(
      'p',
      { class: verdict.holds === 'yes' ? 'quiet' : 'warning' },
      `${head}${verdict.intent.text}　${say(verdictText(verdict))}`,
    ),
    ...(items.length > 0 ? [element('ul', {}, ...items)] : []),
  ];
}
