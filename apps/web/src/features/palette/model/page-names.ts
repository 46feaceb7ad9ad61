/** How a page or a command is found: by both languages whatever the pages are in, and by sound as `spellText` writes it. */
export interface PageName {
  readonly zh: string;
  readonly en: string;
  /** `DWCL DaiWoChuLi`: initials, then whole syllables, each beginning with a capital. */
  readonly sound: string;
}

/** A test holds them against the words of the pages, and the sounds against the library that knows them. */
export const pageNames = {
  account: { zh: '我的账号', en: 'My account', sound: 'WDZH WoDeZhangHao' },
  apiDocs: { zh: '接口文档', en: 'API documentation', sound: 'JKWD JieKouWenDang' },
  audit: { zh: '审计', en: 'Audit', sound: 'SJ ShenJi' },
  calculator: { zh: '计算器', en: 'Calculator', sound: 'JSQ JiSuanQi' },
  catalogues: { zh: '目录', en: 'Catalogues', sound: 'ML MuLu' },
  compare: { zh: '比较', en: 'Compare', sound: 'BJ BiJiao' },
  documents: { zh: '政策文件', en: 'Documents', sound: 'ZCWJ ZhengCeWenJian' },
  drafts: { zh: '草稿', en: 'Drafts', sound: 'CG CaoGao' },
  handbook: { zh: '手册', en: 'Handbook', sound: 'SC ShouCe' },
  import: { zh: '导入文件', en: 'Import a document', sound: 'DRWJ DaoRuWenJian' },
  inbox: { zh: '待我处理', en: 'Inbox', sound: 'DWCL DaiWoChuLi' },
  proposals: { zh: '提案', en: 'Proposals', sound: 'TA TiAn' },
  services: { zh: '经办事项', en: 'Services', sound: 'JBSX JingBanShiXiang' },
  simulate: { zh: '测算', en: 'Simulate', sound: 'CS CeSuan' },
  unification: { zh: '统一情况', en: 'Unification', sound: 'TYQK TongYiQingKuang' },
  users: { zh: '账号', en: 'Accounts', sound: 'ZH ZhangHao' },
  versions: { zh: '版本', en: 'Versions', sound: 'BB BanBen' },
  light: { zh: '外观：浅色', en: 'Appearance: light', sound: 'WG:QS WaiGuan:QianSe' },
  dark: { zh: '外观：深色', en: 'Appearance: dark', sound: 'WG:SS WaiGuan:ShenSe' },
  system: {
    zh: '外观：跟随系统',
    en: 'Appearance: as the system',
    sound: 'WG:GSXT WaiGuan:GenSuiXiTong',
  },
  language: { zh: '换成英文', en: 'Change to Chinese', sound: 'HCYW HuanChengYingWen' },
  tour: { zh: '看一分钟导览', en: 'Take the one-minute tour', sound: 'KYFZDL KanYiFenZhongDaoLan' },
} as const satisfies Readonly<Record<string, PageName>>;

export type PageWord = keyof typeof pageNames;
