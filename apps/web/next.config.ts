import { join } from 'node:path';
import type { NextConfig } from 'next';

const repository = join(import.meta.dirname, '../..');

const config: NextConfig = {
  transpilePackages: [
    '@tiaoli/base',
    '@tiaoli/compiler',
    '@tiaoli/interpreter',
    '@tiaoli/ir',
    '@tiaoli/language',
    '@tiaoli/language-server',
    '@tiaoli/settlement',
    '@tiaoli/workspace',
  ],
  turbopack: {
    root: repository,
    // What the plugin of next-intl does, independent of the folder that the server was started from.
    resolveAlias: { 'next-intl/config': './src/i18n/request.ts' },
  },
  outputFileTracingRoot: repository,
  poweredByHeader: false,
  // Every reader gets the title and the icon in the head, with the page. Sent after it, a browser that is done reading before
  // they have come asks for an icon that is not there.
  htmlLimitedBots: /.*/,
  // Where an answer is no page, a browser asks for this name.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  // `npm run types` checks the types of the whole repository at once.
  typescript: { ignoreBuildErrors: true },
};

export default config;
