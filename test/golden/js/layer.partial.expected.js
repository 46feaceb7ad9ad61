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
export const tables = {"fields":[{"key":"i0","input":"d/\u4f4f\u9662","entity":"d/\u7ed3\u7b97","optional":false,"defaulted":false,"spells":false,"type":"boolean","held":"boolean","scale":"1"},{"key":"i1","input":"d/\u5408\u89c4\u8d39\u7528","entity":"d/\u7ed3\u7b97","optional":false,"defaulted":false,"spells":false,"type":"money","held":"number","scale":"1","low":"0","high":"1000000000"},{"key":"i2","input":"d/\u7ed3\u7b97\u65e5\u671f","entity":"d/\u7ed3\u7b97","optional":false,"defaulted":false,"spells":false,"type":"date","held":"number","scale":"1","low":"-719528","high":"2932896"},{"key":"i3","input":"d/\u7ea7\u522b","entity":"d/\u7ed3\u7b97","optional":false,"defaulted":false,"spells":false,"type":"enumeration","held":"index","scale":"1","members":["\u4e00\u7ea7","\u4e8c\u7ea7","\u4e09\u7ea7"]}],"children":[],"accumulators":[{"key":"a0","name":"\u4f4f\u9662\u6b21\u6570","group":"g0","keyed":false,"absent":false,"period":"year","type":"integer","held":"number","scale":"1","low":"0","high":"1000000"},{"key":"a1","name":"\u4f4f\u9662\u7edf\u7b79.\u9650\u989d.\u672c\u5e74","group":"g1","keyed":false,"absent":false,"period":"year","type":"money","held":"number","scale":"1","low":"0","high":"100000000000"},{"key":"a2","name":"\u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8.\u672c\u5e74","group":"g2","keyed":false,"absent":false,"period":"year","type":"money","held":"number","scale":"1","low":"0","high":"100000000000"},{"key":"a4","name":"\u5927\u75c5\u4fdd\u9669.\u8ba1\u5165.\u672c\u5e74","group":"g4","keyed":false,"absent":false,"period":"year","type":"money","held":"number","scale":"1","low":"0","high":"100000000000"},{"key":"a3","name":"\u5927\u75c5\u4fdd\u9669.\u5e94\u4ed8.\u672c\u5e74","group":"g3","keyed":false,"absent":false,"period":"year","type":"money","held":"number","scale":"20","low":"0","high":"2000000000000"}],"results":[{"key":"r0","status":"s0","definition":"d/\u4f4f\u9662\u7edf\u7b79","name":"\u4f4f\u9662\u7edf\u7b79","type":"money","held":"number","scale":"1"},{"key":"r1","status":"s1","definition":"d/\u4f59\u989d","name":"\u4f59\u989d","type":"money","held":"number","scale":"1"},{"key":"r2","status":"s2","definition":"d/\u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8","name":"\u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8","type":"money","held":"number","scale":"1"},{"key":"r3","status":"s3","definition":"d/\u5927\u75c5\u4fdd\u9669","name":"\u5927\u75c5\u4fdd\u9669","type":"money","held":"number","scale":"1"},{"key":"r4","status":"s4","definition":"d/\u4e2a\u4eba\u8d1f\u62c5","name":"\u4e2a\u4eba\u8d1f\u62c5","type":"money","held":"number","scale":"1"}],"records":[],"notApplicable":["","\u4e0d\u662f\u4f4f\u9662"],"causes":[{"cause":"not-given","reason":""}]};
export function zero() {
  return { g0: -1000000000, a0: 0, g1: -1000000000, a1: 0, g2: -1000000000, a2: 0, g4: -1000000000, a4: 0, g3: -1000000000, a3: 0 };
}
const stateRows = [['a0', 'number', 0, 1000000, true], ['a1', 'number', 0, 100000000000, true], ['a2', 'number', 0, 100000000000, true], ['a4', 'number', 0, 100000000000, true], ['a3', 'number', 0, 2000000000000, true]];
const keyedRows = [];
const factRows = { f: [['i0', 'boolean', undefined, undefined, true], ['i1', 'number', 0, 1000000000, true], ['i2', 'number', -719528, 2932896, true], ['i3', 'index', undefined, undefined, true]] };
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
    if (list === undefined) return true;
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
  let v0 = false;
  let e0 = 0;
  if (f.i0 === undefined || f.i0 === null) {
    v0 = false;
    e0 = -1;
  } else {
    v0 = f.i0;
  }
  let v1 = 0;
  let e1 = 0;
  if (f.i1 === undefined || f.i1 === null) {
    v1 = 0;
    e1 = -1;
  } else {
    v1 = f.i1;
  }
  let t0 = 0;
  let s0 = 0;
  if (e0 !== 0) {
    s0 = e0;
  } else
  if (v0) {
    t0 = v1;
    s0 = e1;
  } else {
    t0 = 0;
  }
  let v2 = 0;
  let e2 = 0;
  if (f.i2 === undefined || f.i2 === null) {
    v2 = 0;
    e2 = -1;
  } else {
    v2 = f.i2;
  }
  const t1 = insuredYear(v2, 306, 1);
  const c0 = s.g0 === t1;
  const b0 = c0 ? s.a0 : 0;
  let v3 = 0;
  let e3 = 0;
  if (f.i3 === undefined || f.i3 === null) {
    v3 = 0;
    e3 = -1;
  } else {
    v3 = f.i3;
  }
  let t2 = 0;
  let s1 = 0;
  if (e0 !== 0) {
    s1 = e0;
  } else
  if (v0) {
    t2 = (((b0 <= 0) ? 2 : ((b0 > 0 && b0 <= 1) ? 1 : 0)) * k0[v3]);
    s1 = (e2 || e3);
  } else {
    t2 = 0;
  }
  const t3 = (t0 * 2);
  const d0 = (t3 < t2 ? t3 : t2);
  const e4 = (s0 || s1);
  const d1 = ((t0 * 2) - d0);
  const e5 = (s0 || e4);
  const t4 = (k1[v3] * d1);
  const d2 = Math.floor((t4 + 20) / 40);
  const e6 = (e3 || e5);
  const c1 = s.g1 === t1;
  const b1 = c1 ? s.a1 : 0;
  const t5 = (7000000 - b1);
  const t6 = (0 > t5 ? 0 : t5);
  const d3 = (d2 < t6 ? d2 : t6);
  const e7 = (e6 || e2);
  let t7 = 0;
  let s2 = 0;
  if (e0 !== 0) {
    s2 = e0;
  } else
  if (v0) {
    t7 = d3;
    s2 = e7;
  } else {
    t7 = 0;
    s2 = 2;
  }
  const d4 = (v1 - d3);
  const e8 = (e1 || e7);
  const c2 = s.g2 === t1;
  const b2 = c2 ? s.a2 : 0;
  const t8 = (1000000 - b2);
  const t9 = (0 > t8 ? 0 : t8);
  const d5 = (d4 < t9 ? d4 : t9);
  const e9 = (e8 || e2);
  const d6 = (d4 - d5);
  const e10 = (e8 || e9);
  const c3 = s.g3 === t1;
  const b3 = c3 ? s.a3 : 0;
  const c4 = s.g4 === t1;
  const b4 = c4 ? s.a4 : 0;
  const t10 = (b4 + d6);
  const t11 = (t10 <= 10000000 ? (12 * t10 + 0) : (t10 <= 20000000 ? (13 * t10 + -10000000) : (14 * t10 + -30000000)));
  const t12 = (b4 <= 10000000 ? (12 * b4 + 0) : (b4 <= 20000000 ? (13 * b4 + -10000000) : (14 * b4 + -30000000)));
  const d7 = (b3 + (t11 - t12));
  const e11 = (e2 || (e2 || (e2 || e10)));
  const d8 = (Math.floor((d7 + 10) / 20) - Math.floor((b3 + 10) / 20));
  const e12 = (e11 || e2);
  const d9 = (d4 - d8);
  const e13 = (e8 || e12);
  const t13 = ((e0 === 0 && !v0) || (e1 === 0 && !(v1 > 0)));
  const s3 = (t13 ? 0 : e0 || e1);
  let t14 = 0;
  let s4 = 0;
  if (s3 !== 0) {
    s4 = s3;
  } else
  if ((!t13)) {
    t14 = 1;
  } else {
    t14 = 0;
  }
  const d10 = (b0 + t14);
  const e14 = (e2 || s4);
  const d11 = (b1 + d3);
  const e15 = (e2 || e7);
  const d12 = (b2 + d5);
  const e16 = (e2 || e9);
  const d13 = (b4 + d6);
  const e17 = (e2 || e10);
  return { state: { g0: (e2 || e14) === 0 ? t1 : s.g0, a0: (e2 || e14) === 0 ? d10 : s.a0, g1: (e2 || e15) === 0 ? t1 : s.g1, a1: (e2 || e15) === 0 ? d11 : s.a1, g2: (e2 || e16) === 0 ? t1 : s.g2, a2: (e2 || e16) === 0 ? d12 : s.a2, g4: (e2 || e17) === 0 ? t1 : s.g4, a4: (e2 || e17) === 0 ? d13 : s.a4, g3: (e2 || e11) === 0 ? t1 : s.g3, a3: (e2 || e11) === 0 ? d7 : s.a3 }, results: { r0: s2 === 0 ? t7 : undefined, s0: s2, r1: e8 === 0 ? d4 : undefined, s1: e8, r2: e9 === 0 ? d5 : undefined, s2: e9, r3: e12 === 0 ? d8 : undefined, s3: e12, r4: e13 === 0 ? d9 : undefined, s4: e13 } };
}
