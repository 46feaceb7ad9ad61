export { chineseWorkingDays } from './chinese-working-days.ts';
