/** What a template knows of the document that it becomes. */
export interface NewDocument {
  /** 标识 */
  readonly code: string;
  readonly title: string;
  readonly place: {
    readonly name: string;
    readonly level: 'nation' | 'province' | 'city' | 'county';
    /** The place above; a nation has none. */
    readonly above?: string;
  };
  /** `YYYY-MM-DD` */
  readonly from: string;
  /** 标识 or title of the document that it rests on. */
  readonly basis: string;
}

const levels = { nation: '国家', province: '省', city: '市', county: '县' } as const;

/** The words of the whole nation, on which everything rests in the end. */
export const commonWords = '公共定义';

/** The head of a document; every mark that ends a name or a quote is left out of what people typed. */
export function documentHead({ code, title, place, from, basis }: NewDocument): string {
  const { name, level, above } = place;
  const own = level === 'nation' ? '' : ` ${plain(name)}`;
  const within = level === 'nation' || level === 'province' || !above ? '' : ` 属 ${plain(above)}`;
  return `语言 1

文件「${plain(title)}」 {
  标识 ${code}；
  文号 未见 "还没有文号"；
  层级 ${levels[level]}${own}${within}；
  施行 自 ${from}；
  依据 ${basis}；
  取整 四舍五入到分；
}
`;
}

/** Small letters, digits and hyphens, in parts behind dots: what the language takes for a 标识. */
export function isCode(text: string): boolean {
  return /^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$/.test(text);
}

/** Where the text of a document lies among the others. */
export function pathOf(code: string): string {
  return `policies/${code.replaceAll('.', '/')}.tiaoli`;
}

function plain(text: string): string {
  return text.replaceAll(/[「」\n\r]/g, '').trim();
}
