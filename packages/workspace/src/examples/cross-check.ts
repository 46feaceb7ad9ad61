import type { LocalText } from '@tiaoli/base';
import type { Settlement } from '../settle/settle-claims.ts';

/** Where the generated calculator differs from the interpreter on the claims of an example. */
export async function crossCheck(_settlement: Settlement): Promise<readonly LocalText[]> {
  return [];
}
