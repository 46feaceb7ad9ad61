import type { PredefinedName } from '../references/predefined.ts';

/** How a service can be asked for: a closed list, so that shares of channels mean the same everywhere. */
export type ChannelName = '窗口' | '网上' | '掌上' | '自助' | '电话' | '邮寄';

export const channelNames: readonly PredefinedName<ChannelName>[] = [
  { name: '窗口', english: 'counter' },
  { name: '网上', english: 'online' },
  { name: '掌上', english: 'mobile' },
  { name: '自助', english: 'kiosk' },
  { name: '电话', english: 'phone' },
  { name: '邮寄', english: 'mail' },
];

/** What agencies call the steps of a service; any other name may be written. */
export const stepNames: readonly PredefinedName<string>[] = [
  { name: '申请', english: 'application' },
  { name: '受理', english: 'acceptance' },
  { name: '审核', english: 'review' },
  { name: '评审', english: 'assessment' },
  { name: '公示', english: 'publication' },
  { name: '办结', english: 'completion' },
];
