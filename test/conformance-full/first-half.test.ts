import { expectConformance } from './expect-conformance.ts';

expectConformance('first half', 2_000_000 + 0);
