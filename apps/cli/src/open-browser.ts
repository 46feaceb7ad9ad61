import open from 'open';

/** Opens the address where there is a screen to open it on; that none opens is no failure. */
export async function openBrowser(address: string): Promise<void> {
  const { DISPLAY, WAYLAND_DISPLAY, SSH_CONNECTION } = process.env;
  const hasScreen = process.platform !== 'linux' || Boolean(DISPLAY ?? WAYLAND_DISPLAY);
  if (!hasScreen || SSH_CONNECTION !== undefined) return;
  await open(address).catch(() => undefined);
}
