/** Longer words are nobody's name. */
const MOST_CHARACTERS = 100;

/** What `?words=…` asks for. */
export function askedWords(search: URLSearchParams): string {
  return (search.get('words') ?? '').slice(0, MOST_CHARACTERS);
}
