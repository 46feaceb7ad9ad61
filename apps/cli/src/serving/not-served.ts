import { UsageError } from '../usage-error.ts';

/** Whether the port is another program's. */
export function isTaken(error: unknown): boolean {
  return errorCode(error) === 'EADDRINUSE';
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** Why the address cannot be used, in words; anything else is a defect and stays as it is. */
export function notServed(error: unknown, host: string, port: number): unknown {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new UsageError({
        zh: `端口 ${port} 已被别的程序占用。请换一个 --port，或不写由程序另找。`,
        en: `Port ${port} is taken by another program. Choose another --port, or leave it out.`,
      });
    case 'EACCES':
      return new UsageError({
        zh: `没有权限使用端口 ${port}。请换一个 1024 以上的 --port。`,
        en: `There is no permission to use port ${port}. Choose a --port above 1024.`,
      });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new UsageError({
        zh: `本机没有「${host}」这个地址。`,
        en: `This computer has no address "${host}".`,
      });
    default:
      return error;
  }
}
