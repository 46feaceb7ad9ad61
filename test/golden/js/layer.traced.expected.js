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
export const tables = {"fields":[{"key":"i0","input":"d/\u4f4f\u9662","entity":"d/\u7ed3\u7b97","optional":false,"defaulted":false,"spells":false,"type":"boolean","held":"boolean","scale":"1"},{"key":"i1","input":"d/\u5408\u89c4\u8d39\u7528","entity":"d/\u7ed3\u7b97","optional":false,"defaulted":false,"spells":false,"type":"money","held":"number","scale":"1","low":"0","high":"1000000000"},{"key":"i2","input":"d/\u7ed3\u7b97\u65e5\u671f","entity":"d/\u7ed3\u7b97","optional":false,"defaulted":false,"spells":false,"type":"date","held":"number","scale":"1","low":"-719528","high":"2932896"},{"key":"i3","input":"d/\u7ea7\u522b","entity":"d/\u7ed3\u7b97","optional":false,"defaulted":false,"spells":false,"type":"enumeration","held":"index","scale":"1","members":["\u4e00\u7ea7","\u4e8c\u7ea7","\u4e09\u7ea7"]}],"children":[],"accumulators":[{"key":"a0","name":"\u4f4f\u9662\u6b21\u6570","group":"g0","keyed":false,"absent":false,"period":"year","type":"integer","held":"number","scale":"1","low":"0","high":"1000000"},{"key":"a1","name":"\u4f4f\u9662\u7edf\u7b79.\u9650\u989d.\u672c\u5e74","group":"g0","keyed":false,"absent":false,"period":"year","type":"money","held":"number","scale":"1","low":"0","high":"100000000000"},{"key":"a2","name":"\u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8.\u672c\u5e74","group":"g0","keyed":false,"absent":false,"period":"year","type":"money","held":"number","scale":"1","low":"0","high":"100000000000"},{"key":"a4","name":"\u5927\u75c5\u4fdd\u9669.\u8ba1\u5165.\u672c\u5e74","group":"g0","keyed":false,"absent":false,"period":"year","type":"money","held":"number","scale":"1","low":"0","high":"100000000000"},{"key":"a3","name":"\u5927\u75c5\u4fdd\u9669.\u5e94\u4ed8.\u672c\u5e74","group":"g0","keyed":false,"absent":false,"period":"year","type":"money","held":"number","scale":"20","low":"0","high":"2000000000000"}],"results":[{"key":"r0","status":"s0","definition":"d/\u4f4f\u9662\u7edf\u7b79","name":"\u4f4f\u9662\u7edf\u7b79","type":"money","held":"number","scale":"1"},{"key":"r1","definition":"d/\u4f59\u989d","name":"\u4f59\u989d","type":"money","held":"number","scale":"1"},{"key":"r2","definition":"d/\u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8","name":"\u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8","type":"money","held":"number","scale":"1"},{"key":"r3","definition":"d/\u5927\u75c5\u4fdd\u9669","name":"\u5927\u75c5\u4fdd\u9669","type":"money","held":"number","scale":"1"},{"key":"r4","definition":"d/\u4e2a\u4eba\u8d1f\u62c5","name":"\u4e2a\u4eba\u8d1f\u62c5","type":"money","held":"number","scale":"1"}],"records":[],"notApplicable":["","\u4e0d\u662f\u4f4f\u9662"],"causes":[{"cause":"not-given","reason":""}],"trace":[{"definition":"d/\u4f4f\u9662\u7edf\u7b79.\u9002\u7528","name":"\u4f4f\u9662\u7edf\u7b79.\u9002\u7528","formula":{"zh":"\u4f4f\u9662","en":"\u4f4f\u9662"},"operands":[{"name":{"zh":"\u4f4f\u9662","en":"\u4f4f\u9662"},"type":"boolean","held":"boolean","scale":"1"}],"type":"boolean","held":"boolean","scale":"1"},{"definition":"d/\u4f4f\u9662\u7edf\u7b79.\u57fa\u6570","name":"\u4f4f\u9662\u7edf\u7b79.\u57fa\u6570","formula":{"zh":"\u82e5 \u4f4f\u9662\u7edf\u7b79.\u9002\u7528 \u5219 \u5408\u89c4\u8d39\u7528 \u5426\u5219 0\u5143","en":"if \u4f4f\u9662\u7edf\u7b79.\u9002\u7528 then \u5408\u89c4\u8d39\u7528 else 0 yuan"},"operands":[{"name":{"zh":"\u4f4f\u9662\u7edf\u7b79.\u9002\u7528","en":"\u4f4f\u9662\u7edf\u7b79.\u9002\u7528"},"type":"boolean","held":"boolean","scale":"1"},{"name":{"zh":"\u5408\u89c4\u8d39\u7528","en":"\u5408\u89c4\u8d39\u7528"},"type":"money","held":"number","scale":"1"}],"type":"money","held":"number","scale":"1"},{"definition":"d/\u4f4f\u9662\u7edf\u7b79.\u5e94\u6263\u8d77\u4ed8","name":"\u4f4f\u9662\u7edf\u7b79.\u5e94\u6263\u8d77\u4ed8","formula":{"zh":"\u82e5 \u4f4f\u9662\u7edf\u7b79.\u9002\u7528 \u5219 \u6309 \u6b64\u524d \u4f4f\u9662\u6b21\u6570 { (\u2212\u221e, 0]\uff1a100%\uff1b(0, 1]\uff1a50%\uff1b\u5176\u4f59\uff1a0% } \u00d7 \u6309 \u7ea7\u522b { \u4e00\u7ea7\uff1a100\u5143\uff1b\u4e8c\u7ea7\uff1a400\u5143\uff1b\u4e09\u7ea7\uff1a1000\u5143 } \u5426\u5219 0\u5143","en":"if \u4f4f\u9662\u7edf\u7b79.\u9002\u7528 then by earlier \u4f4f\u9662\u6b21\u6570 { (\u2212\u221e, 0]: 100%; (0, 1]: 50%; otherwise: 0% } \u00d7 by \u7ea7\u522b { \u4e00\u7ea7: 100 yuan; \u4e8c\u7ea7: 400 yuan; \u4e09\u7ea7: 1000 yuan } else 0 yuan"},"operands":[{"name":{"zh":"\u4f4f\u9662\u7edf\u7b79.\u9002\u7528","en":"\u4f4f\u9662\u7edf\u7b79.\u9002\u7528"},"type":"boolean","held":"boolean","scale":"1"},{"name":{"zh":"\u6b64\u524d \u4f4f\u9662\u6b21\u6570","en":"earlier \u4f4f\u9662\u6b21\u6570"},"type":"integer","held":"number","scale":"1"},{"name":{"zh":"\u7ea7\u522b","en":"\u7ea7\u522b"},"type":"enumeration","held":"index","scale":"1","members":["\u4e00\u7ea7","\u4e8c\u7ea7","\u4e09\u7ea7"]}],"type":"money","held":"number","scale":"2"},{"definition":"d/\u4f4f\u9662\u7edf\u7b79.\u8d77\u4ed8\u6b65","name":"\u4f4f\u9662\u7edf\u7b79.\u8d77\u4ed8\u6b65","formula":{"zh":"\u6700\u5c0f(\u4f4f\u9662\u7edf\u7b79.\u57fa\u6570, \u4f4f\u9662\u7edf\u7b79.\u5e94\u6263\u8d77\u4ed8)","en":"min(\u4f4f\u9662\u7edf\u7b79.\u57fa\u6570, \u4f4f\u9662\u7edf\u7b79.\u5e94\u6263\u8d77\u4ed8)"},"operands":[{"name":{"zh":"\u4f4f\u9662\u7edf\u7b79.\u57fa\u6570","en":"\u4f4f\u9662\u7edf\u7b79.\u57fa\u6570"},"type":"money","held":"number","scale":"1"},{"name":{"zh":"\u4f4f\u9662\u7edf\u7b79.\u5e94\u6263\u8d77\u4ed8","en":"\u4f4f\u9662\u7edf\u7b79.\u5e94\u6263\u8d77\u4ed8"},"type":"money","held":"number","scale":"2"}],"type":"money","held":"number","scale":"2"},{"definition":"d/\u4f4f\u9662\u7edf\u7b79.\u8ba1\u5165","name":"\u4f4f\u9662\u7edf\u7b79.\u8ba1\u5165","formula":{"zh":"\u4f4f\u9662\u7edf\u7b79.\u57fa\u6570 \u2212 \u4f4f\u9662\u7edf\u7b79.\u8d77\u4ed8\u6b65","en":"\u4f4f\u9662\u7edf\u7b79.\u57fa\u6570 \u2212 \u4f4f\u9662\u7edf\u7b79.\u8d77\u4ed8\u6b65"},"operands":[{"name":{"zh":"\u4f4f\u9662\u7edf\u7b79.\u57fa\u6570","en":"\u4f4f\u9662\u7edf\u7b79.\u57fa\u6570"},"type":"money","held":"number","scale":"1"},{"name":{"zh":"\u4f4f\u9662\u7edf\u7b79.\u8d77\u4ed8\u6b65","en":"\u4f4f\u9662\u7edf\u7b79.\u8d77\u4ed8\u6b65"},"type":"money","held":"number","scale":"2"}],"type":"money","held":"number","scale":"2"},{"definition":"d/\u4f4f\u9662\u7edf\u7b79.\u5e94\u4ed8","name":"\u4f4f\u9662\u7edf\u7b79.\u5e94\u4ed8","formula":{"zh":"\u53d6\u6574(\u6309 \u7ea7\u522b { \u4e00\u7ea7\uff1a85%\uff1b\u4e8c\u7ea7\uff1a75%\uff1b\u4e09\u7ea7\uff1a60% } \u00d7 \u4f4f\u9662\u7edf\u7b79.\u8ba1\u5165, \u56db\u820d\u4e94\u5165\u5230\u5206)","en":"round(by \u7ea7\u522b { \u4e00\u7ea7: 85%; \u4e8c\u7ea7: 75%; \u4e09\u7ea7: 60% } \u00d7 \u4f4f\u9662\u7edf\u7b79.\u8ba1\u5165, half up to fen)"},"operands":[{"name":{"zh":"\u7ea7\u522b","en":"\u7ea7\u522b"},"type":"enumeration","held":"index","scale":"1","members":["\u4e00\u7ea7","\u4e8c\u7ea7","\u4e09\u7ea7"]},{"name":{"zh":"\u4f4f\u9662\u7edf\u7b79.\u8ba1\u5165","en":"\u4f4f\u9662\u7edf\u7b79.\u8ba1\u5165"},"type":"money","held":"number","scale":"2"}],"type":"money","held":"number","scale":"1"},{"definition":"d/\u4f4f\u9662\u7edf\u7b79.\u652f\u4ed8\u6b65","name":"\u4f4f\u9662\u7edf\u7b79.\u652f\u4ed8\u6b65","formula":{"zh":"\u6700\u5c0f(\u4f4f\u9662\u7edf\u7b79.\u5e94\u4ed8, \u6700\u5927(0\u5143, 70000\u5143 \u2212 \u6b64\u524d \u4f4f\u9662\u7edf\u7b79.\u9650\u989d.\u672c\u5e74))","en":"min(\u4f4f\u9662\u7edf\u7b79.\u5e94\u4ed8, max(0 yuan, 70000 yuan \u2212 earlier \u4f4f\u9662\u7edf\u7b79.\u9650\u989d.\u672c\u5e74))"},"operands":[{"name":{"zh":"\u4f4f\u9662\u7edf\u7b79.\u5e94\u4ed8","en":"\u4f4f\u9662\u7edf\u7b79.\u5e94\u4ed8"},"type":"money","held":"number","scale":"1"},{"name":{"zh":"\u6b64\u524d \u4f4f\u9662\u7edf\u7b79.\u9650\u989d.\u672c\u5e74","en":"earlier \u4f4f\u9662\u7edf\u7b79.\u9650\u989d.\u672c\u5e74"},"type":"money","held":"number","scale":"1"}],"type":"money","held":"number","scale":"1"},{"definition":"d/\u4f4f\u9662\u7edf\u7b79","name":"\u4f4f\u9662\u7edf\u7b79","formula":{"zh":"\u82e5 \u4f4f\u9662\u7edf\u7b79.\u9002\u7528 \u5219 \u4f4f\u9662\u7edf\u7b79.\u652f\u4ed8\u6b65 \u5426\u5219 \u4e0d\u9002\u7528\uff08\u4e0d\u662f\u4f4f\u9662\uff09","en":"if \u4f4f\u9662\u7edf\u7b79.\u9002\u7528 then \u4f4f\u9662\u7edf\u7b79.\u652f\u4ed8\u6b65 else not applicable (\u4e0d\u662f\u4f4f\u9662)"},"operands":[{"name":{"zh":"\u4f4f\u9662\u7edf\u7b79.\u9002\u7528","en":"\u4f4f\u9662\u7edf\u7b79.\u9002\u7528"},"type":"boolean","held":"boolean","scale":"1"},{"name":{"zh":"\u4f4f\u9662\u7edf\u7b79.\u652f\u4ed8\u6b65","en":"\u4f4f\u9662\u7edf\u7b79.\u652f\u4ed8\u6b65"},"type":"money","held":"number","scale":"1"}],"type":"money","held":"number","scale":"1"},{"definition":"d/\u4f59\u989d","name":"\u4f59\u989d","formula":{"zh":"\u5408\u89c4\u8d39\u7528 \u2212 \u4f4f\u9662\u7edf\u7b79.\u652f\u4ed8\u6b65","en":"\u5408\u89c4\u8d39\u7528 \u2212 \u4f4f\u9662\u7edf\u7b79.\u652f\u4ed8\u6b65"},"operands":[{"name":{"zh":"\u5408\u89c4\u8d39\u7528","en":"\u5408\u89c4\u8d39\u7528"},"type":"money","held":"number","scale":"1"},{"name":{"zh":"\u4f4f\u9662\u7edf\u7b79.\u652f\u4ed8\u6b65","en":"\u4f4f\u9662\u7edf\u7b79.\u652f\u4ed8\u6b65"},"type":"money","held":"number","scale":"1"}],"type":"money","held":"number","scale":"1"},{"definition":"d/\u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8","name":"\u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8","formula":{"zh":"\u6700\u5c0f(\u4f59\u989d, \u6700\u5927(0\u5143, 10000\u5143 \u2212 \u6b64\u524d \u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8.\u672c\u5e74))","en":"min(\u4f59\u989d, max(0 yuan, 10000 yuan \u2212 earlier \u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8.\u672c\u5e74))"},"operands":[{"name":{"zh":"\u4f59\u989d","en":"\u4f59\u989d"},"type":"money","held":"number","scale":"1"},{"name":{"zh":"\u6b64\u524d \u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8.\u672c\u5e74","en":"earlier \u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8.\u672c\u5e74"},"type":"money","held":"number","scale":"1"}],"type":"money","held":"number","scale":"1"},{"definition":"d/\u5927\u75c5\u4fdd\u9669.\u8ba1\u5165","name":"\u5927\u75c5\u4fdd\u9669.\u8ba1\u5165","formula":{"zh":"\u4f59\u989d \u2212 \u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8","en":"\u4f59\u989d \u2212 \u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8"},"operands":[{"name":{"zh":"\u4f59\u989d","en":"\u4f59\u989d"},"type":"money","held":"number","scale":"1"},{"name":{"zh":"\u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8","en":"\u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8"},"type":"money","held":"number","scale":"1"}],"type":"money","held":"number","scale":"1"},{"definition":"d/\u5927\u75c5\u4fdd\u9669.\u7d2f\u8ba1\u5e94\u4ed8","name":"\u5927\u75c5\u4fdd\u9669.\u7d2f\u8ba1\u5e94\u4ed8","formula":{"zh":"\u6b64\u524d \u5927\u75c5\u4fdd\u9669.\u5e94\u4ed8.\u672c\u5e74 + \u5206\u6bb5(\u6b64\u524d \u5927\u75c5\u4fdd\u9669.\u8ba1\u5165.\u672c\u5e74 \u81f3 \u6b64\u524d \u5927\u75c5\u4fdd\u9669.\u8ba1\u5165.\u672c\u5e74 + \u5927\u75c5\u4fdd\u9669.\u8ba1\u5165) { \u4e0d\u8d85\u8fc7100000\u5143\uff1a60%\uff1b\u4e0d\u8d85\u8fc7200000\u5143\uff1a65%\uff1b\u8d85\u8fc7200000\u5143\uff1a70% }","en":"earlier \u5927\u75c5\u4fdd\u9669.\u5e94\u4ed8.\u672c\u5e74 + brackets(earlier \u5927\u75c5\u4fdd\u9669.\u8ba1\u5165.\u672c\u5e74 to earlier \u5927\u75c5\u4fdd\u9669.\u8ba1\u5165.\u672c\u5e74 + \u5927\u75c5\u4fdd\u9669.\u8ba1\u5165) { up to 100000 yuan: 60%; up to 200000 yuan: 65%; over 200000 yuan: 70% }"},"operands":[{"name":{"zh":"\u6b64\u524d \u5927\u75c5\u4fdd\u9669.\u5e94\u4ed8.\u672c\u5e74","en":"earlier \u5927\u75c5\u4fdd\u9669.\u5e94\u4ed8.\u672c\u5e74"},"type":"money","held":"number","scale":"20"},{"name":{"zh":"\u6b64\u524d \u5927\u75c5\u4fdd\u9669.\u8ba1\u5165.\u672c\u5e74","en":"earlier \u5927\u75c5\u4fdd\u9669.\u8ba1\u5165.\u672c\u5e74"},"type":"money","held":"number","scale":"1"},{"name":{"zh":"\u5927\u75c5\u4fdd\u9669.\u8ba1\u5165","en":"\u5927\u75c5\u4fdd\u9669.\u8ba1\u5165"},"type":"money","held":"number","scale":"1"}],"type":"money","held":"number","scale":"20"},{"definition":"d/\u5927\u75c5\u4fdd\u9669","name":"\u5927\u75c5\u4fdd\u9669","formula":{"zh":"\u53d6\u6574(\u5927\u75c5\u4fdd\u9669.\u7d2f\u8ba1\u5e94\u4ed8, \u56db\u820d\u4e94\u5165\u5230\u5206) \u2212 \u53d6\u6574(\u6b64\u524d \u5927\u75c5\u4fdd\u9669.\u5e94\u4ed8.\u672c\u5e74, \u56db\u820d\u4e94\u5165\u5230\u5206)","en":"round(\u5927\u75c5\u4fdd\u9669.\u7d2f\u8ba1\u5e94\u4ed8, half up to fen) \u2212 round(earlier \u5927\u75c5\u4fdd\u9669.\u5e94\u4ed8.\u672c\u5e74, half up to fen)"},"operands":[{"name":{"zh":"\u5927\u75c5\u4fdd\u9669.\u7d2f\u8ba1\u5e94\u4ed8","en":"\u5927\u75c5\u4fdd\u9669.\u7d2f\u8ba1\u5e94\u4ed8"},"type":"money","held":"number","scale":"20"},{"name":{"zh":"\u6b64\u524d \u5927\u75c5\u4fdd\u9669.\u5e94\u4ed8.\u672c\u5e74","en":"earlier \u5927\u75c5\u4fdd\u9669.\u5e94\u4ed8.\u672c\u5e74"},"type":"money","held":"number","scale":"20"}],"type":"money","held":"number","scale":"1"},{"definition":"d/\u4e2a\u4eba\u8d1f\u62c5","name":"\u4e2a\u4eba\u8d1f\u62c5","formula":{"zh":"\u4f59\u989d \u2212 \u5927\u75c5\u4fdd\u9669","en":"\u4f59\u989d \u2212 \u5927\u75c5\u4fdd\u9669"},"operands":[{"name":{"zh":"\u4f59\u989d","en":"\u4f59\u989d"},"type":"money","held":"number","scale":"1"},{"name":{"zh":"\u5927\u75c5\u4fdd\u9669","en":"\u5927\u75c5\u4fdd\u9669"},"type":"money","held":"number","scale":"1"}],"type":"money","held":"number","scale":"1"},{"definition":"d/\u4f4f\u9662\u6b21\u6570\u4e4b\u540e","name":"\u4f4f\u9662\u6b21\u6570\u4e4b\u540e","formula":{"zh":"\u6b64\u524d \u4f4f\u9662\u6b21\u6570 + (\u82e5 \u4f4f\u9662\u7edf\u7b79.\u9002\u7528 \u4e14 \u5408\u89c4\u8d39\u7528 \u003e 0\u5143 \u5219 1 \u5426\u5219 0)","en":"earlier \u4f4f\u9662\u6b21\u6570 + (if \u4f4f\u9662\u7edf\u7b79.\u9002\u7528 and \u5408\u89c4\u8d39\u7528 \u003e 0 yuan then 1 else 0)"},"operands":[{"name":{"zh":"\u6b64\u524d \u4f4f\u9662\u6b21\u6570","en":"earlier \u4f4f\u9662\u6b21\u6570"},"type":"integer","held":"number","scale":"1"},{"name":{"zh":"\u4f4f\u9662\u7edf\u7b79.\u9002\u7528","en":"\u4f4f\u9662\u7edf\u7b79.\u9002\u7528"},"type":"boolean","held":"boolean","scale":"1"},{"name":{"zh":"\u5408\u89c4\u8d39\u7528","en":"\u5408\u89c4\u8d39\u7528"},"type":"money","held":"number","scale":"1"}],"type":"integer","held":"number","scale":"1"},{"definition":"d/\u4f4f\u9662\u7edf\u7b79.\u9650\u989d.\u672c\u5e74\u4e4b\u540e","name":"\u4f4f\u9662\u7edf\u7b79.\u9650\u989d.\u672c\u5e74\u4e4b\u540e","formula":{"zh":"\u6b64\u524d \u4f4f\u9662\u7edf\u7b79.\u9650\u989d.\u672c\u5e74 + \u4f4f\u9662\u7edf\u7b79.\u652f\u4ed8\u6b65","en":"earlier \u4f4f\u9662\u7edf\u7b79.\u9650\u989d.\u672c\u5e74 + \u4f4f\u9662\u7edf\u7b79.\u652f\u4ed8\u6b65"},"operands":[{"name":{"zh":"\u6b64\u524d \u4f4f\u9662\u7edf\u7b79.\u9650\u989d.\u672c\u5e74","en":"earlier \u4f4f\u9662\u7edf\u7b79.\u9650\u989d.\u672c\u5e74"},"type":"money","held":"number","scale":"1"},{"name":{"zh":"\u4f4f\u9662\u7edf\u7b79.\u652f\u4ed8\u6b65","en":"\u4f4f\u9662\u7edf\u7b79.\u652f\u4ed8\u6b65"},"type":"money","held":"number","scale":"1"}],"type":"money","held":"number","scale":"1"},{"definition":"d/\u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8.\u672c\u5e74\u4e4b\u540e","name":"\u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8.\u672c\u5e74\u4e4b\u540e","formula":{"zh":"\u6b64\u524d \u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8.\u672c\u5e74 + \u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8","en":"earlier \u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8.\u672c\u5e74 + \u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8"},"operands":[{"name":{"zh":"\u6b64\u524d \u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8.\u672c\u5e74","en":"earlier \u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8.\u672c\u5e74"},"type":"money","held":"number","scale":"1"},{"name":{"zh":"\u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8","en":"\u5927\u75c5\u4fdd\u9669.\u8d77\u4ed8"},"type":"money","held":"number","scale":"1"}],"type":"money","held":"number","scale":"1"},{"definition":"d/\u5927\u75c5\u4fdd\u9669.\u8ba1\u5165.\u672c\u5e74\u4e4b\u540e","name":"\u5927\u75c5\u4fdd\u9669.\u8ba1\u5165.\u672c\u5e74\u4e4b\u540e","formula":{"zh":"\u6b64\u524d \u5927\u75c5\u4fdd\u9669.\u8ba1\u5165.\u672c\u5e74 + \u5927\u75c5\u4fdd\u9669.\u8ba1\u5165","en":"earlier \u5927\u75c5\u4fdd\u9669.\u8ba1\u5165.\u672c\u5e74 + \u5927\u75c5\u4fdd\u9669.\u8ba1\u5165"},"operands":[{"name":{"zh":"\u6b64\u524d \u5927\u75c5\u4fdd\u9669.\u8ba1\u5165.\u672c\u5e74","en":"earlier \u5927\u75c5\u4fdd\u9669.\u8ba1\u5165.\u672c\u5e74"},"type":"money","held":"number","scale":"1"},{"name":{"zh":"\u5927\u75c5\u4fdd\u9669.\u8ba1\u5165","en":"\u5927\u75c5\u4fdd\u9669.\u8ba1\u5165"},"type":"money","held":"number","scale":"1"}],"type":"money","held":"number","scale":"1"}]};
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
  const q = [];
  const v0 = f.i0;
  q.push([0, v0, 0, [v0], undefined]);
  const v1 = f.i1;
  const d0 = (v0 ? v1 : 0);
  q.push([1, d0, 0, [v0, v1], undefined]);
  const v2 = f.i2;
  const t0 = insuredYear(v2, 306, 1);
  const c0 = s.g0 === t0;
  const b0 = c0 ? s.a0 : 0;
  const v3 = f.i3;
  const d1 = (v0 ? (((b0 <= 0) ? 2 : ((b0 > 0 && b0 <= 1) ? 1 : 0)) * k0[v3]) : 0);
  q.push([2, d1, 0, [v0, b0, v3], undefined]);
  const t1 = (d0 * 2);
  const d2 = (t1 < d1 ? t1 : d1);
  q.push([3, d2, 0, [d0, d1], undefined]);
  const d3 = ((d0 * 2) - d2);
  q.push([4, d3, 0, [d0, d2], undefined]);
  const t2 = (k1[v3] * d3);
  const t3 = Math.floor((t2 + 20) / 40);
  const q0 = [];
  q0.push(t2 - t3 * 40, '40');
  const d4 = Math.floor((t2 + 20) / 40);
  q.push([5, d4, 0, [v3, d3], q0]);
  const b1 = c0 ? s.a1 : 0;
  const t4 = (7000000 - b1);
  const t5 = (0 > t4 ? 0 : t4);
  const d5 = (d4 < t5 ? d4 : t5);
  q.push([6, d5, 0, [d4, b1], undefined]);
  let t6 = 0;
  let s0 = 0;
  if (v0) {
    t6 = d5;
  } else {
    t6 = 0;
    s0 = 2;
  }
  q.push([7, s0 === 0 ? t6 : undefined, s0, [v0, d5], undefined]);
  const d6 = (v1 - d5);
  q.push([8, d6, 0, [v1, d5], undefined]);
  const b2 = c0 ? s.a2 : 0;
  const t7 = (1000000 - b2);
  const t8 = (0 > t7 ? 0 : t7);
  const d7 = (d6 < t8 ? d6 : t8);
  q.push([9, d7, 0, [d6, b2], undefined]);
  const d8 = (d6 - d7);
  q.push([10, d8, 0, [d6, d7], undefined]);
  const b3 = c0 ? s.a3 : 0;
  const b4 = c0 ? s.a4 : 0;
  const t9 = (b4 + d8);
  const t10 = (t9 <= 10000000 ? (12 * t9 + 0) : (t9 <= 20000000 ? (13 * t9 + -10000000) : (14 * t9 + -30000000)));
  const t11 = (b4 <= 10000000 ? (12 * b4 + 0) : (b4 <= 20000000 ? (13 * b4 + -10000000) : (14 * b4 + -30000000)));
  const d9 = (b3 + (t10 - t11));
  q.push([11, d9, 0, [b3, b4, d8], undefined]);
  const t12 = Math.floor((d9 + 10) / 20);
  const q1 = [];
  q1.push(d9 - t12 * 20, '20');
  const t13 = Math.floor((b3 + 10) / 20);
  q1.push(b3 - t13 * 20, '20');
  const d10 = (Math.floor((d9 + 10) / 20) - Math.floor((b3 + 10) / 20));
  q.push([12, d10, 0, [d9, b3], q1]);
  const d11 = (d6 - d10);
  q.push([13, d11, 0, [d6, d10], undefined]);
  const d12 = (b0 + ((v0 && (v1 > 0)) ? 1 : 0));
  q.push([14, d12, 0, [b0, v0, v1], undefined]);
  const d13 = (b1 + d5);
  q.push([15, d13, 0, [b1, d5], undefined]);
  const d14 = (b2 + d7);
  q.push([16, d14, 0, [b2, d7], undefined]);
  const d15 = (b4 + d8);
  q.push([17, d15, 0, [b4, d8], undefined]);
  return { state: { g0: t0, a0: d12, a1: d13, a2: d14, a4: d15, a3: d9 }, results: { r0: s0 === 0 ? t6 : undefined, s0: s0, r1: d6, r2: d7, r3: d10, r4: d11 }, steps: q };
}
