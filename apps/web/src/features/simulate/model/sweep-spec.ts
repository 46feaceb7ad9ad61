/** A number and the values that it is given one after the other, as they are written. */
export interface SweepSpec {
  /** `支付比例[三类]` */
  readonly name: string;
  readonly low: string;
  readonly high: string;
  readonly step: string;
}

/** Undefined for what is written otherwise. */
export function readSweep(text: string): SweepSpec | undefined {
  const found = /^(?<name>.+)=(?<low>.+?)\.\.(?<high>.+?)\/(?<step>.+)$/u.exec(text)?.groups;
  if (!found) return undefined;
  const { name = '', low = '', high = '', step = '' } = found;
  return { name, low, high, step };
}

export function writeSweep({ name, low, high, step }: SweepSpec): string {
  return `${name}=${low}..${high}/${step}`;
}

export const targetKinds = ['change', 'fund', 'ratio', 'in-policy', 'inpatient-basic'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** What a number shall reach; the amount as it is written, shares in percent without the sign. */
export interface TargetSpec {
  readonly kind: TargetKind;
  readonly amount: string;
}

export function isMoney(kind: TargetKind): boolean {
  return kind === 'change' || kind === 'fund';
}

export function readTarget(text: string | undefined): TargetSpec {
  const [name = '', amount = ''] = (text ?? '').split('=');
  const kind = targetKinds.find((each) => each === name) ?? 'change';
  return { kind, amount: isMoney(kind) ? amount : amount.replace(/%$/u, '') };
}

/** Empty as long as there is no amount. */
export function writeTarget({ kind, amount }: TargetSpec): string {
  const written = amount
    .replace(/[\s,，+＋]/gu, '')
    .replace(/^[−－]/u, '-')
    .replace(/[%％]$/u, '');
  if (written === '') return '';
  return `${kind}=${written}${isMoney(kind) ? '' : '%'}`;
}
