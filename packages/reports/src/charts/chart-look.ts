import type { Tone } from './chart.ts';

export type Scheme = 'light' | 'dark';

/** How charts look on their page. */
export interface ChartLook {
  readonly scheme: Scheme;
  /** Pixels that there are across: a telephone has less room for names. */
  readonly width: number;
}

export interface Colours {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly paper: string;
  readonly more: string;
  readonly less: string;
  readonly total: string;
  readonly interaction: string;
  readonly before: string;
  readonly after: string;
  readonly tones: Readonly<Record<Tone, string>>;
}

/** Orange for more and blue for less, told apart by everybody and neither good nor bad; 3:1 and more on the page. */
const light: Colours = {
  ink: '#1a1f27',
  quiet: '#4a5361',
  line: '#c4cad4',
  paper: '#ffffff',
  more: '#b04a00',
  less: '#1d6a9c',
  total: '#4a5361',
  interaction: '#7a4bb0',
  before: '#6a7585',
  after: '#1d6a9c',
  tones: {
    'more-3': '#8a3800',
    'more-2': '#cf6a1c',
    'more-1': '#f0b27c',
    same: '#d5dae1',
    'less-1': '#9cc9e6',
    'less-2': '#3f8fc2',
    'less-3': '#0f4f7c',
  },
};

const dark: Colours = {
  ink: '#e6e9ee',
  quiet: '#b3bcc9',
  line: '#46505e',
  paper: '#14181e',
  more: '#f08a3c',
  less: '#5fb2e6',
  total: '#b3bcc9',
  interaction: '#b793e6',
  before: '#8b96a5',
  after: '#5fb2e6',
  tones: {
    'more-3': '#ffb27a',
    'more-2': '#d9772b',
    'more-1': '#8a4a17',
    same: '#3a434f',
    'less-1': '#1f506f',
    'less-2': '#3c8dbf',
    'less-3': '#9fd4f7',
  },
};

export function coloursOf(scheme: Scheme): Colours {
  return scheme === 'light' ? light : dark;
}

/** Named, because labels are measured before they are drawn. */
export const fontFamily =
  "'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif";
