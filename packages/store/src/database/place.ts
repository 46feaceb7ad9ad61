/** Where the data is: a PostgreSQL server, a folder of its own, or nowhere but in memory. */
export type DatabasePlace =
  | { readonly kind: 'server'; readonly url: string }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'memory' };

/** What a person may be shown: of a server neither the password nor the account. */
export function placeName(place: DatabasePlace): string {
  switch (place.kind) {
    case 'server':
      return URL.canParse(place.url) ? new URL(place.url).host : 'DATABASE_URL';
    case 'folder':
      return place.folder;
    case 'memory':
      return 'memory';
  }
}
