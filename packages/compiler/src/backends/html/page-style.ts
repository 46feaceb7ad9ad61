/** The style of a rendered policy: readable without any other file, on paper too. */
export const pageStyle = `
:root { color-scheme: light; --line: #c9ced6; --quiet: #4a5361; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; color: #1a1f27; background: #fff;
  font: 16px/1.75 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.4; text-align: center; }
h2 { font-size: 1.15rem; margin: 0 0 .5rem; }
h3 { font-size: 1rem; margin: 0 0 .5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
nav { margin-top: 1.5rem; }
nav ol { columns: 2; margin: 0; }
a { color: #0b4fa8; }
section { border-top: 1px solid var(--line); padding: 1rem 0; }
section section { margin-left: 1.5rem; }
.sides { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 1.5rem; }
blockquote { margin: 0 0 .75rem; padding-left: .75rem; border-left: 3px solid var(--line); }
.source { color: var(--quiet); font-size: .9rem; margin: 0 0 .75rem; overflow-wrap: anywhere; }
pre { margin: 0 0 1rem; white-space: pre-wrap; overflow-wrap: anywhere; background: #f5f6f8; padding: .75rem;
  font: 14px/1.6 "Noto Sans Mono CJK SC", "Sarasa Mono SC", monospace; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; font-size: .9rem; }
caption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
thead th { background: #f5f6f8; font-weight: 600; }
tbody th { font-weight: 400; }
.value { font-variant-numeric: tabular-nums; }
mark { background: #ffe08a; color: #4d3800; padding: 0 .25rem; }
.warning { border: 2px solid #8a5a00; background: #fff6dd; color: #4d3800; padding: .5rem 1rem; }
@media (max-width: 48rem) { .sides { grid-template-columns: minmax(0, 1fr); } nav ol { columns: 1; } }
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  a { color: inherit; text-decoration: none; }
  nav { break-after: page; }
  table, blockquote { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  mark { border: 1px solid; }
}
@page { size: A4; margin: 2cm; }
`;
