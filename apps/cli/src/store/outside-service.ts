import type { OutsideService } from '@tiaoli/accounts';
import { UsageError } from '../usage-error.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Another service by which people sign in, as variables of the environment name it: no secret stands in a command line, which
 * everybody on the computer can read. Undefined where none is named.
 */
export function outsideService(
  address: string | undefined,
  variables: Variables = process.env,
): OutsideService | undefined {
  const issuer = variables.TIAOLI_OIDC_ISSUER;
  const clientId = variables.TIAOLI_OIDC_CLIENT_ID;
  const clientSecret = variables.TIAOLI_OIDC_CLIENT_SECRET;
  if (!issuer && !clientId && !clientSecret) return undefined;
  if (!issuer || !clientId || !clientSecret) throw new UsageError(incomplete);
  if (!isSafe(issuer)) throw new UsageError(unsafe(issuer));
  if (address === undefined) throw new UsageError(withoutAddress);
  return { issuer, clientId, clientSecret, name: variables.TIAOLI_OIDC_NAME || '统一身份认证' };
}

/** Over TLS, or on this computer itself. */
function isSafe(issuer: string): boolean {
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url?.hostname ?? '');
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere);
}

const incomplete = {
  zh: '要用统一身份认证登录，TIAOLI_OIDC_ISSUER、TIAOLI_OIDC_CLIENT_ID、TIAOLI_OIDC_CLIENT_SECRET 三个环境变量要一起设。',
  en: 'To sign in by another service set all of TIAOLI_OIDC_ISSUER, TIAOLI_OIDC_CLIENT_ID and TIAOLI_OIDC_CLIENT_SECRET.',
};

const withoutAddress = {
  zh: '用统一身份认证登录，要用 --address 写明大家访问工作台的网址：认证后浏览器要回到那里。',
  en: 'To sign in by another service name the address that people reach with --address: the browser comes back there.',
};

function unsafe(issuer: string) {
  return {
    zh: `TIAOLI_OIDC_ISSUER 应当是 https 网址，不是「${issuer}」。`,
    en: `TIAOLI_OIDC_ISSUER must be an address with https, not "${issuer}".`,
  };
}
