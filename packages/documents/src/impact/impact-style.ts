/** What the page of a report has on top of the style of pages that go out. */
export const impactStyle = `
.identity { font-size: .92rem; }
nav ol { columns: 2 22rem; padding-left: 1.5rem; margin: .5rem 0; }
nav li { padding: .15rem 0; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(11.6rem, 46%), 1fr)); gap: .75rem; margin: 0 0 1rem; }
.tiles > div { background: var(--soft); border-radius: 8px; padding: .6rem .9rem; break-inside: avoid; }
.tiles .size { font-size: 1.25rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.tiles .quiet { font-size: .82rem; line-height: 1.4; }
figure { margin: 1.25rem 0; }
figcaption h3 { margin: 0 0 .25rem; }
.chart { width: 100%; margin-bottom: .5rem; }
.chart svg { max-width: none; }
.report-table th, .report-table td { min-width: 4.5em; overflow-wrap: normal; } .report-table tbody th { min-width: 8em; }
.number { text-align: right; } td.number { white-space: nowrap; }
thead th { vertical-align: bottom; line-height: 1.35; }
.report-table td .quiet { font-size: inherit; }
.report-table > .quiet { margin-top: -.5rem; }
.reform > .lead { margin-top: 2rem; }
h2:target { outline: 3px solid var(--before); outline-offset: 4px; }
.watermark::after { content: attr(data-text); position: fixed; inset: 0; display: flex; align-items: center; justify-content: center;
  font-size: min(11vw, 12rem); white-space: nowrap; font-weight: 700; color: var(--ink); opacity: .05; transform: rotate(-24deg); pointer-events: none; z-index: 1; }
@media (max-width: 40rem) { .tiles .size { font-size: 1.05rem; } }
@media print { .watermark::after { opacity: .06; font-size: 90pt; } nav { display: none; } figure { break-inside: auto; } .chart { break-inside: avoid; }
  .identity { font-size: 9pt; } table { font-size: 8.5pt; } th, td { padding: 2pt 4pt; } h2, h3, p { break-inside: avoid; } }
`;
