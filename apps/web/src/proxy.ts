import type { NextRequest } from 'next/server';
import { NextResponse } from 'next/server';

/**
 * Gives every page a content security policy with a nonce of its own.
 *
 * Scripts are our own files or carry the nonce, and nothing is fetched from elsewhere. Monaco writes style elements and
 * style attributes, which no nonce can reach: hence `'unsafe-inline'` for styles, and for styles only.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('accept-ch', 'Sec-CH-Prefers-Color-Scheme');
  response.headers.set('critical-ch', 'Sec-CH-Prefers-Color-Scheme');
  response.headers.append('vary', 'Sec-CH-Prefers-Color-Scheme');
  return response;
}

export const config = {
  matcher: ['/((?!api/|workers/|_next/|livez|readyz|icon.svg|favicon.ico).*)'],
};

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
