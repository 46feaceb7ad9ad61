export { bundleCharts } from './bundle-charts.ts';
