import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { handbookFolder } from '../../../../features/handbook/server/read-handbook.ts';

/** A picture of the handbook. */
export async function GET(
  _: Request,
  { params }: { readonly params: Promise<{ readonly name: string }> },
): Promise<Response> {
  const { name } = await params;
  if (!/^[\w-]+\.png$/.test(name)) return new Response(null, { status: 404 });
  const bytes = await readFile(join(handbookFolder(), 'pictures', name)).catch(() => undefined);
  if (!bytes) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'image/png', 'cache-control': 'private, max-age=3600' },
  });
}
