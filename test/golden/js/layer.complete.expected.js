// Made by the Tiaoli compiler. Money in fen; every number is held as an integer on the scale of its table row.
const k0 = [10000, 40000, 100000];
const k1 = [17, 15, 12];
function insuredYear(n, first, shift) {
  const s = n + 719468;
  const e = Math.floor(s / 146097);
  const p = s - e * 146097;
  const o = Math.floor((p - Math.floor(p / 1460) + Math.floor(p / 36524) - Math.floor(p / 146096)) / 365);
  const q = p - (o * 365 + Math.floor(o / 4) - Math.floor(o / 100));
  return o + e * 400 + shift - (q < first ? 1 : 0);
}
export const tables = {"fields":[{"key":"i0","input":"d/\u4f4f\u9662","entity":"d/\u7ed3\u7b97","optional":false,"defaulted":false,"spells":false,"type":"boolean","held":"boolean","scale":"1"},{"key":"i1","input":"d/\u5408\u89c4\u8d39\u7528","entity":"d/\u7ed3\u7b97","optional":false,"defaulted":false,"spells":false,"type":"money","held":"number","scale":"1","low":"0","high":"1000000000"},{"key":"i2","input":"d/\u7ed3\u7b97\u65e5\u671f","entity":"d/\u7ed3\u7b97","optional":false,"defaulted":false,"spells":false,"type":"date","held":"number","scale":"1","low":"-719528","high":"2932896"},{"key":"i3","input":"d/\u7ea7\u522b","entity":"d/\u7ed3\u7b97","optional":false,"defaulted":false,"spells":false,"type":"enumeration","held":"index","scale":"1","members":["\u4e00\u7ea7","\u4e8c\u7ea7","\u4e09\u7ea7"]}],"children":[],"accumulators":[{"key":"a0","name":"\u4f4f\u9662\u6b21\u6570","group":"g0","keyed":false,"absent":false,"period":"year","type":"integer","held":"number","scale":"1","low":"0","high":"1000000"},{"key":"a1","name":"\u4f4f\u9662\u7edf\u7b79.\u9650\u989d.\u672c\u5e74","group":"g0","keyed":false,"absent":false,"period":"year","type":"money","held":"number","scale":"1","low":"0","high":"100000000000"},{"key":"a2","name":"\u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8.\u672c\u5e74","group":"g0","keyed":false,"absent":false,"period":"year","type":"money","held":"number","scale":"1","low":"0","high":"100000000000"},{"key":"a4","name":"\u5927\u75c5\u4fdd\u9669.\u8ba1\u5165.\u672c\u5e74","group":"g0","keyed":false,"absent":false,"period":"year","type":"money","held":"number","scale":"1","low":"0","high":"100000000000"},{"key":"a3","name":"\u5927\u75c5\u4fdd\u9669.\u5e94\u4ed8.\u672c\u5e74","group":"g0","keyed":false,"absent":false,"period":"year","type":"money","held":"number","scale":"20","low":"0","high":"2000000000000"}],"results":[{"key":"r0","status":"s0","definition":"d/\u4f4f\u9662\u7edf\u7b79","name":"\u4f4f\u9662\u7edf\u7b79","type":"money","held":"number","scale":"1"},{"key":"r1","definition":"d/\u4f59\u989d","name":"\u4f59\u989d","type":"money","held":"number","scale":"1"},{"key":"r2","definition":"d/\u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8","name":"\u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8","type":"money","held":"number","scale":"1"},{"key":"r3","definition":"d/\u5927\u75c5\u4fdd\u9669","name":"\u5927\u75c5\u4fdd\u9669","type":"money","held":"number","scale":"1"},{"key":"r4","definition":"d/\u4e2a\u4eba\u8d1f\u62c5","name":"\u4e2a\u4eba\u8d1f\u62c5","type":"money","held":"number","scale":"1"}],"records":[],"notApplicable":["","\u4e0d\u662f\u4f4f\u9662"],"causes":[{"cause":"not-given","reason":""}]};
export function zero() {
  return { g0: -1000000000, a0: 0, a1: 0, a2: 0, a4: 0, a3: 0 };
}
const stateRows = [['a0', 'number', 0, 1000000, true], ['a1', 'number', 0, 100000000000, true], ['a2', 'number', 0, 100000000000, true], ['a4', 'number', 0, 100000000000, true], ['a3', 'number', 0, 2000000000000, true]];
const keyedRows = [];
const factRows = { f: [['i0', 'boolean', undefined, undefined, false], ['i1', 'number', 0, 1000000000, false], ['i2', 'number', -719528, 2932896, false], ['i3', 'index', undefined, undefined, false]] };
const recordsBelow = { f: [] };
function isHeld(value, held, low, high, mayLack) {
  if (value === undefined || value === null) return mayLack;
  if (held === 'number') return Number.isSafeInteger(value) && !(value < low) && !(value > high);
  if (held === 'bigint') return typeof value === 'bigint' && !(value < low) && !(value > high);
  return true;
}
function areHeld(record, rows) {
  return rows.every(([key, held, low, high, mayLack]) => isHeld(record[key], held, low, high, mayLack));
}
function isRecordHeld(record, kind) {
  return areHeld(record, factRows[kind]) && recordsBelow[kind].every((key) => {
    const list = record[key];
    if (list === undefined) return false;
    return list.length <= 100000 && list.every((each) => isRecordHeld(each, key));
  });
}
function areKeyedHeld(s) {
  return keyedRows.every(([key, held, low, high]) => [...s[key].values()].every((entry) => isHeld(entry[1], held, low, high, false)));
}
export function admits(s, f) {
  return areHeld(s, stateRows) && areKeyedHeld(s) && isRecordHeld(f, 'f');
}
export function step(s, f, x = {}) {
  const v0 = f.i0;
  const v1 = f.i1;
  let d0 = 0;
  const v2 = f.i2;
  const t0 = insuredYear(v2, 306, 1);
  const c0 = s.g0 === t0;
  const b0 = c0 ? s.a0 : 0;
  const v3 = f.i3;
  let d1 = 0;
  if (v0) {
    d0 = v1;
    d1 = (((b0 <= 0) ? 2 : ((b0 > 0 && b0 <= 1) ? 1 : 0)) * k0[v3]);
  }
  const t1 = (d0 * 2);
  const d2 = (t1 < d1 ? t1 : d1);
  const d3 = ((d0 * 2) - d2);
  const t2 = (k1[v3] * d3);
  const d4 = Math.floor((t2 + 20) / 40);
  const b1 = c0 ? s.a1 : 0;
  const t3 = (7000000 - b1);
  const t4 = (0 > t3 ? 0 : t3);
  const d5 = (d4 < t4 ? d4 : t4);
  let t5 = 0;
  let s0 = 0;
  if (v0) {
    t5 = d5;
  } else {
    t5 = 0;
    s0 = 2;
  }
  const d6 = (v1 - d5);
  const b2 = c0 ? s.a2 : 0;
  const t6 = (1000000 - b2);
  const t7 = (0 > t6 ? 0 : t6);
  const d7 = (d6 < t7 ? d6 : t7);
  const d8 = (d6 - d7);
  const b3 = c0 ? s.a3 : 0;
  const b4 = c0 ? s.a4 : 0;
  const t8 = (b4 + d8);
  const t9 = (t8 <= 10000000 ? (12 * t8 + 0) : (t8 <= 20000000 ? (13 * t8 + -10000000) : (14 * t8 + -30000000)));
  const t10 = (b4 <= 10000000 ? (12 * b4 + 0) : (b4 <= 20000000 ? (13 * b4 + -10000000) : (14 * b4 + -30000000)));
  const d9 = (b3 + (t9 - t10));
  const d10 = (Math.floor((d9 + 10) / 20) - Math.floor((b3 + 10) / 20));
  const d11 = (d6 - d10);
  const d12 = (b0 + ((v0 && (v1 > 0)) ? 1 : 0));
  const d13 = (b1 + d5);
  const d14 = (b2 + d7);
  const d15 = (b4 + d8);
  return { state: { g0: t0, a0: d12, a1: d13, a2: d14, a4: d15, a3: d9 }, results: { r0: s0 === 0 ? t5 : undefined, s0: s0, r1: d6, r2: d7, r3: d10, r4: d11 } };
}
