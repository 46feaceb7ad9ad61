import { expectConformance } from './expect-conformance.ts';

expectConformance('second half', 2_000_000 + 1);
