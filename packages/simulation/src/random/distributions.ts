import { exp, log } from './elementary.ts';

/** Standard normal at probability u (Acklam's rational approximation, relative error below 1.2e-9). */
export function normalQuantile(u: number): number {
  const tail = 0.02425;
  if (u < tail) return lowerTail(Math.sqrt(-2 * log(u)));
  if (u > 1 - tail) return -lowerTail(Math.sqrt(-2 * log(1 - u)));
  const q = u - 0.5;
  const r = q * q;
  const numerator =
    ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r +
      138.357751867269) *
      r -
      30.66479806614716) *
      r +
    2.506628277459239;
  const denominator =
    ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r +
      66.80131188771972) *
      r -
      13.28068155288572) *
      r +
    1;
  return (numerator * q) / denominator;
}

function lowerTail(q: number): number {
  const numerator =
    ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q -
      2.549732539343734) *
      q +
      4.374664141464968) *
      q +
    2.938163982698783;
  const denominator =
    (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q +
      3.754408661907416) *
      q +
    1;
  return numerator / denominator;
}

/** No person has more events of one kind in a year. */
export const MOST_EVENTS = 366;

/** Negative binomial with this mean; variance = mean + mean²/dispersion. */
export function negativeBinomial(u: number, mean: number, dispersion: number): number {
  const q = mean / (mean + dispersion);
  let term = exp(dispersion * log(dispersion / (mean + dispersion)));
  let sum = term;
  let count = 0;
  while (u > sum && count < MOST_EVENTS) {
    term *= (q * (count + dispersion)) / (count + 1);
    sum += term;
    count += 1;
  }
  return count;
}

/** The index that u falls on; the weights add up to one. */
export function choose(u: number, weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < weights.length - 1; at += 1) {
    sum += weights[at] ?? 0;
    if (u < sum) return at;
  }
  return weights.length - 1;
}

/** Where the generalised-Pareto tail of a cost begins: P99 of the lognormal body, and the normal density there. */
const TAIL = { share: 0.01, z: 2.326347874040841, density: 0.02665214220345808 };

/**
 * A cost relative to the median of its kind: lognormal up to P99, above it a generalised-Pareto tail of this shape that
 * joins with the same density.
 */
export function heavyTailed(u: number, sigma: number, shape: number): number {
  if (u <= 1 - TAIL.share) return exp(sigma * normalQuantile(u));
  const threshold = exp(sigma * TAIL.z);
  const scale = (TAIL.share * sigma * threshold) / TAIL.density;
  const rest = (1 - u) / TAIL.share;
  return threshold + (scale * (exp(-shape * log(rest)) - 1)) / shape;
}

/** A share between 0 and 1 with distribution 1 − (1 − x^a)^b (Kumaraswamy: a beta with an inverse in closed form). */
export function betaLike(u: number, a: number, b: number): number {
  const inner = 1 - exp(log(1 - u) / b);
  return inner <= 0 ? 0 : exp(log(inner) / a);
}
