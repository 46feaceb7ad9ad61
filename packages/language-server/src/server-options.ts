import type { ServerOptions, SourcesUpdate, SourceText } from './protocol.ts';

/** What an editor sends as options; what is not of the right shape is left out. */
export function readOptions(sent: unknown): ServerOptions {
  const { language, on, sources } = fieldsOf(sent);
  return {
    ...((language === 'zh' || language === 'en') && { language }),
    ...((typeof on === 'string' || on === null) && { on }),
    ...(Array.isArray(sources) && { sources: sources.filter(isSourceText) }),
  };
}

/** What an editor sends of stored documents; what is not of the right shape is left out. */
export function readSourcesUpdate(sent: unknown): SourcesUpdate {
  const { changed, removed } = fieldsOf(sent);
  return {
    changed: Array.isArray(changed) ? changed.filter(isSourceText) : [],
    removed: Array.isArray(removed) ? removed.filter((each) => typeof each === 'string') : [],
  };
}

function isSourceText(each: unknown): each is SourceText {
  const { uri, text } = fieldsOf(each);
  return typeof uri === 'string' && typeof text === 'string';
}

function fieldsOf(sent: unknown): Readonly<Record<string, unknown>> {
  return typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>) : {};
}
