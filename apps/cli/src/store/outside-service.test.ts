import { expect, test } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { outsideService } from './outside-service.ts';

const whole = {
  TIAOLI_OIDC_ISSUER: 'https://id.example',
  TIAOLI_OIDC_CLIENT_ID: 'tiaoli',
  TIAOLI_OIDC_CLIENT_SECRET: 'secret',
};
const address = 'https://tiaoli.example';

test('another service is there where all of it is named', () => {
  expect(outsideService(address, {})).toBeUndefined();
  expect(outsideService(address, whole)).toEqual({
    ...{ issuer: 'https://id.example', clientId: 'tiaoli', clientSecret: 'secret' },
    name: '统一身份认证',
  });
  const named = { ...whole, TIAOLI_OIDC_NAME: '省平台' };
  expect(outsideService(address, named)?.name).toBe('省平台');
});

test.each([
  ['a part of it', address, { ...whole, TIAOLI_OIDC_CLIENT_SECRET: '' }],
  ['no address to come back to', undefined, whole],
  ['an address without TLS', address, { ...whole, TIAOLI_OIDC_ISSUER: 'http://id.example' }],
  ['no address at all', address, { ...whole, TIAOLI_OIDC_ISSUER: 'id.example' }],
])('%s is refused in a sentence', (_, at, variables) => {
  expect(() => outsideService(at, variables)).toThrow(UsageError);
});

test('on this computer itself it needs no TLS', () => {
  const here = { ...whole, TIAOLI_OIDC_ISSUER: 'http://127.0.0.1:4000' };
  expect(outsideService(address, here)?.issuer).toBe('http://127.0.0.1:4000');
});
