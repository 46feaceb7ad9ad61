import { fetchServer } from './ask-server.ts';

/** Keeps the answer as a file under the name that it has. Throws what `fetchServer` throws. */
export async function downloadFile(path: string): Promise<void> {
  const response = await fetchServer(path);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(response.headers.get('content-disposition'));
  link.click();
  URL.revokeObjectURL(url);
}

/** What stands behind `filename*=UTF-8''`. */
export function fileName(disposition: string | null): string {
  const found = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return found === undefined ? '' : decodeURIComponent(found);
}
