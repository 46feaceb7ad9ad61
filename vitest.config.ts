import { defineConfig } from 'vitest/config';

// An awkward zone on purpose (half-hour offset, west of Greenwich, summer time): a calendar date that
// passes through local time comes out a day early here.
process.env.TZ = 'America/St_Johns';

export default defineConfig({
  test: {
    include: ['{packages,apps}/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
  },
});
