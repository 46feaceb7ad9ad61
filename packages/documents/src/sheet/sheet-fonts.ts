/** Typefaces of official papers by use, and what takes their place where they are not installed. */
export const sheetFonts = {
  title: { name: '方正小标宋简体', instead: '方正小标宋_GBK,华文中宋,宋体' },
  heading: { name: '黑体', instead: 'SimHei,思源黑体,Noto Sans CJK SC' },
  quiet: { name: '楷体_GB2312', instead: '楷体,KaiTi,Noto Serif CJK SC' },
  body: { name: '仿宋_GB2312', instead: '仿宋,FangSong,Noto Serif CJK SC' },
} as const;

export type SheetFont = keyof typeof sheetFonts;

/** Chinese in the named typeface, figures and Latin letters in one that has them. */
export function wordFont(font: SheetFont) {
  const { name } = sheetFonts[font];
  return {
    ascii: 'Times New Roman',
    hAnsi: 'Times New Roman',
    eastAsia: name,
    hint: 'eastAsia',
  } as const;
}

/** `word/fontTable.xml`: with it an office suite chooses a like typeface for one that it does not have. */
export function fontTableXml(): string {
  const fonts = Object.values(sheetFonts).map(
    ({ name, instead }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`,
  );
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${space}">${fonts.join('')}</w:fonts>`;
}
