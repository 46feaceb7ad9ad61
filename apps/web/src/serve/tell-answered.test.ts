import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import type { Answered } from './tell-answered.ts';
import { tellAnswered } from './tell-answered.ts';

function toldOf(url: string, status: number, isSent = true): Partial<Answered> {
  const told: Answered[] = [];
  const response = Object.assign(new EventEmitter(), {
    ...{ statusCode: status, writableFinished: isSent },
  });
  // Of an answer it reads these two alone.
  tellAnswered({ method: 'GET', url }, response as unknown as ServerResponse, (each) =>
    told.push(each),
  );
  response.emit('close');
  const [{ path, kind, status: known } = {}] = told;
  return { ...(path && { path }), ...(kind && { kind }), ...(known && { status: known }) };
}

test.each([
  ['/api/v1/documents/7b1e', 200, '/api/v1/documents', 200],
  ['/proposals/9c2f?tab=gate', 200, '/proposals', 200],
  ['/set-up?token=secret', 200, '/set-up', 200],
  ['/api/language', 200, '/api/language', 200],
  ['/_next/static/chunk.js', 200, '/_next', 200],
  ['/', 302, '/', 302],
  ['/admin.php', 404, 'other', 404],
  ['/api/v1/../../x', 404, 'other', 404],
])('%s is counted as %s', (url, status, kind, told) => {
  const answered = toldOf(url, status);
  expect([answered.kind, answered.status]).toEqual([kind, told]);
  expect(answered.path).not.toContain('?');
});

test('somebody who went away before the answer is told apart', () => {
  expect(toldOf('/simulate', 200, false).status).toBe(499);
});
