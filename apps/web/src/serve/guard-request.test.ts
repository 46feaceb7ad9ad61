import { expect, test } from 'vitest';
import { refusal } from './guard-request.ts';

const local = '127.0.0.1';

test.each([
  ['a page of ours', { host: 'localhost:3070' }, 'GET', local, undefined],
  ['the address', { host: '127.0.0.1:3070' }, 'GET', local, undefined],
  ['the sixth version', { host: '[::1]:3070' }, 'GET', local, undefined],
  ['a foreign name that points here', { host: 'evil.example:3070' }, 'GET', local, 421],
  ['no name', {}, 'GET', local, 421],
  ['any name where others may come', { host: 'policy.office:80' }, 'GET', '0.0.0.0', undefined],
  [
    'a change by our page',
    { host: 'localhost:1', origin: 'http://localhost:1', 'sec-fetch-site': 'same-origin' },
    'PUT',
    local,
    undefined,
  ],
  ['a change by a program', { host: 'localhost:1' }, 'PUT', local, undefined],
  [
    'a change by another page',
    { host: 'localhost:1', origin: 'http://evil.example' },
    'PUT',
    local,
    403,
  ],
  ['another port', { host: 'localhost:1', origin: 'http://localhost:2' }, 'PUT', local, 403],
  ['a sandboxed page', { host: 'localhost:1', origin: 'null' }, 'POST', local, 403],
  ['a site beside', { host: 'localhost:1', 'sec-fetch-site': 'cross-site' }, 'POST', local, 403],
])('%s', (_what, headers, method, host, status) => {
  expect(refusal({ headers, method }, host)?.status).toBe(status);
});
