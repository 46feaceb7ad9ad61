import type { ZenDecision } from '@gorules/zen-engine';
import { ZenEngine } from '@gorules/zen-engine';
import Engine from 'publicodes';
import { publicodesOutputs, publicodesRules } from './publicodes-rules.ts';
import { zenDecision } from './zen-rules.ts';

/** Results and state by the names of `publicodesOutputs` or `zenOutputs`. */
export type PeerResult = Readonly<Record<string, unknown>>;

/** Another engine with the same policy. */
export type PeerRun = (inputs: Readonly<Record<string, number>>) => PeerResult;

/** publicodes asked for everything that the policy gives; what several results need is worked out once. */
export function loadPublicodes(): PeerRun {
  const engine = new Engine(publicodesRules(), { logger: silent });
  const outputs = Object.entries(publicodesOutputs);
  return (inputs) => {
    engine.setSituation(inputs);
    return Object.fromEntries(
      outputs.map(([name, rule]) => [name, engine.evaluate(rule).nodeValue]),
    );
  };
}

const silent = { log: ignore, warn: ignore, error: ignore };

function ignore(): void {}

export function loadZen(): ZenDecision {
  return new ZenEngine().createDecision(zenDecision());
}
