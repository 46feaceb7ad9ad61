import { nextSettings } from './src/serve/next-settings.ts';

export default nextSettings;
