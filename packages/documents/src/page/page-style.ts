/** The style of pages that go out: light and dark, narrow and wide, on paper; no file beside it. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1a1f27; --paper: #fff; --soft: #f3f5f8; --line: #c4cad4; --quiet: #4a5361;
  --more: #7a3a00; --more-bg: #fff0e0; --less: #004a73; --less-bg: #e2f2fd; --both: #5b2a86; --both-bg: #f3e8fd;
  --open: #6b4e00; --open-bg: #fff6d6; --same-bg: #eef4ee; --same: #2c5530; --before: #35568c; --after: #b04a00;
  --gone: #8c1d18; --come: #0b5d2a; --mark: #ffe08a; --mark-ink: #4d3800; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --paper: #14181e; --soft: #1f252d; --line: #46505e;
  --quiet: #b3bcc9; --more: #ffc58f; --more-bg: #3d2712; --less: #9fd4f7; --less-bg: #10303f; --both: #dcc2f7;
  --both-bg: #33224a; --open: #f2d88a; --open-bg: #3b3211; --same-bg: #1c2b1e; --same: #b3dbb6; --before: #9dbcf0;
  --after: #ffb27a; --gone: #ffb1ab; --come: #93dfac; --mark: #665200; --mark-ink: #fff1c2; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1.25rem; color: var(--ink); background: var(--paper); overflow-wrap: anywhere;
  font: 16px/1.7 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.4; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; border-top: 2px solid var(--line); padding-top: 1rem; margin: 2rem 0 .75rem; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
h4 { font-size: 1rem; margin: 0 0 .25rem; }
figure { margin: 0; } p, ul, dl { margin: .25rem 0 .75rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
a { color: inherit; }
.lead { font-size: 1.1rem; font-weight: 600; padding: .75rem 1rem; background: var(--soft); border-left: 4px solid var(--before); }
.quiet { color: var(--quiet); font-size: .9rem; }
.wide { overflow-x: auto; margin: 0 0 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { background: var(--soft); } tbody th { font-weight: 500; }
.effect { display: block; padding: .15rem .4rem; border-radius: 4px; min-width: 7rem; }
.more { color: var(--more); background: var(--more-bg); } .less { color: var(--less); background: var(--less-bg); }
.both { color: var(--both); background: var(--both-bg); } .unknown { color: var(--open); background: var(--open-bg); }
.none { color: var(--same); background: var(--same-bg); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); gap: 1rem; }
.card { border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem; overflow-wrap: anywhere; }
.first-different { outline: 3px solid var(--after); outline-offset: -3px; background: var(--more-bg); }
del { color: var(--gone); } ins { color: var(--come); font-weight: 700; }
mark { background: var(--mark); color: var(--mark-ink); padding: 0 .25rem; }
.warning { border: 2px solid var(--open); background: var(--open-bg); color: var(--open); padding: .5rem 1rem; }
details { border: 1px solid var(--line); border-radius: 8px; padding: .5rem 1rem; margin: .5rem 0; }
summary { cursor: pointer; font-weight: 600; min-height: 1.75rem; }
svg { width: 100%; height: auto; max-width: 56rem; display: block; }
svg text { fill: var(--ink); font-size: 13px; } .axis { stroke: var(--quiet); stroke-width: 1; }
.grid-line { stroke: var(--line); stroke-width: 1; stroke-dasharray: 2 4; }
.before-line { stroke: var(--before); stroke-width: 3; fill: none; }
.after-line { stroke: var(--after); stroke-width: 3; fill: none; stroke-dasharray: 9 5; }
.change-line { stroke: var(--both); stroke-width: 3; fill: none; }
.here { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 6 3; }
@media (max-width: 40rem) { body { padding: .75rem; } dl { grid-template-columns: minmax(0, 1fr); gap: 0; } svg text { font-size: 20px; } }
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --soft: #f3f5f8; --line: #888; --quiet: #333; --more: #7a3a00;
    --more-bg: #fff; --less: #004a73; --less-bg: #fff; --both: #5b2a86; --both-bg: #fff; --open: #6b4e00; --open-bg: #fff;
    --same: #2c5530; --same-bg: #fff; --before: #35568c; --after: #b04a00; --gone: #8c1d18; --come: #0b5d2a;
    --mark: #fff; --mark-ink: #000; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .wide { overflow: visible; } tr, .card, svg { break-inside: avoid; } h2, h3, h4 { break-after: avoid; }
  thead { display: table-header-group; } details::details-content { content-visibility: visible; }
}
@page { size: A4; margin: 1.8cm; }
`;
