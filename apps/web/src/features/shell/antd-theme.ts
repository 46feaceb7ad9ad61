import type { ThemeConfig } from 'antd';
import { theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { Scheme } from './theme.ts';

export const antdLocales = { zh: zhCN, en: enUS };

/** The fonts of the reader's own system, Chinese ones first: nothing is loaded. */
const fontFamily =
  "-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/**
 * antd in the colours of `globals.css`; text has a contrast of at least 4.5 to 1 in both schemes, also under the pointer.
 * Nothing moves where the reader's system asks for that.
 */
export function antdTheme(scheme: Scheme, motion: boolean): ThemeConfig {
  const dark = scheme === 'dark';
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'tiaoli' },
    token: {
      fontFamily,
      motion,
      fontSize: 15,
      borderRadius: 6,
      colorPrimary: dark ? '#5b9dff' : '#1454b8',
      colorPrimaryHover: dark ? '#79b0ff' : '#1a62d0',
      colorPrimaryActive: dark ? '#5b9dff' : '#0f418f',
      colorLink: dark ? '#7db2ff' : '#1454b8',
      colorLinkHover: dark ? '#a3c8ff' : '#0f418f',
      colorLinkActive: dark ? '#a3c8ff' : '#0f418f',
      colorSuccess: dark ? '#4cc38a' : '#17733f',
      colorError: dark ? '#ff8f87' : '#b3261e',
      colorErrorHover: dark ? '#ff9a93' : '#c9362c',
      colorWarning: dark ? '#e3b341' : '#8a5300',
      colorSuccessBg: dark ? '#17322a' : '#e5f5ec',
      colorErrorBg: dark ? '#40211f' : '#fdecea',
      colorWarningBg: dark ? '#3a2f17' : '#fdf3df',
      colorTextDescription: dark ? '#b3bac5' : '#4f5865',
      colorTextPlaceholder: dark ? '#99a2b0' : '#6b7380',
      colorTextDisabled: dark ? '#99a2b0' : '#6b7380',
      ...(dark && { colorBgBase: '#15181d', colorTextBase: '#e9edf2' }),
    },
    components: {
      Layout: { headerHeight: 52, headerPadding: '0 20px' },
      ...(dark && { Button: { primaryColor: '#0d1726' } }),
    },
  };
}
