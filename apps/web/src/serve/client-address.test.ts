import { expect, test } from 'vitest';
import { clientAddress } from './client-address.ts';

test.each([
  [undefined, false, '10.0.0.1'],
  ['1.2.3.4', false, '10.0.0.1'],
  [undefined, true, '10.0.0.1'],
  ['1.2.3.4', true, '1.2.3.4'],
  ['6.6.6.6, 1.2.3.4', true, '1.2.3.4'],
  ['6.6.6.6, ', true, '10.0.0.1'],
])('%s behind a proxy: %s, is %s', (forwarded, isBehindProxy, address) => {
  const request = {
    headers: { ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }) },
    socket: { remoteAddress: '10.0.0.1' },
  };
  expect(clientAddress(request, isBehindProxy)).toBe(address);
});
