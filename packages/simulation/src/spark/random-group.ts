import { RANDOM_GROUPS } from '../run/ledger.ts';
import { SALT } from '../run/tally-bucket.ts';

/** The random group of a household, as `randomGroup` reckons it, in integers of 64 bits that never overflow. */
export function randomGroupText(hid: string): string {
  const high = `((${hid} div 4294967296L) ^ ${SALT}L)`;
  return `(${mixed(`((${hid} & ${LOW}) ^ ${mixed(high)})`)} % ${RANDOM_GROUPS}L)`;
}

const LOW = '4294967295L';

/** Murmur's finaliser, see `mix32`: a value is named by a list of one, since it is used several times. */
function mixed(value: string): string {
  const steps = [
    (h: string) => times(`(${h} ^ shiftright(${h}, 16))`, 0x85ebca6b),
    (h: string) => times(`(${h} ^ shiftright(${h}, 13))`, 0xc2b2ae35),
    (h: string) => `(${h} ^ shiftright(${h}, 16))`,
  ];
  return steps.reduce((text, step, at) => named(text, `h${at}`, step), value);
}

/** The low 32 bits of a product: in two parts, each of less than 49 bits. */
function times(value: string, factor: number): string {
  return named(value, 'm', (m) => {
    const low = `(${m} & 65535L) * ${factor}L`;
    const high = `shiftleft((shiftright(${m}, 16) * ${factor}L) & 65535L, 16)`;
    return `((${low} + ${high}) & ${LOW})`;
  });
}

function named(value: string, name: string, body: (name: string) => string): string {
  return `transform(array(${value}), ${name} -> ${body(name)})[0]`;
}
