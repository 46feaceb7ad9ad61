import type { DayNumber, LocalText } from '@tiaoli/base';
import { parseDate } from '@tiaoli/base';
import { parameterValues } from '@tiaoli/compiler';
import { indexModule } from '@tiaoli/ir';
import { citedText } from '../unify/cited-text.ts';
import { boundsText, matrixValue } from '../unify/matrix-values.ts';
import { restsOnIllustrative } from '../unify/rests-on-illustrative.ts';
import type { CitedText, MatrixValue } from '../unify/unification-matrix.ts';
import type { OpenedVersion } from './open-version.ts';

/** A parameter of a document as it holds in a place on a day. */
export interface ParameterInForce {
  readonly id: string;
  readonly name: string;
  /** 别名 */
  readonly alias?: string;
  readonly value: MatrixValue;
  /** What lower levels may decide; absent where they may not. */
  readonly bounds?: LocalText;
  /** Where the document says so. */
  readonly clause: CitedText;
  /** Where the place itself sets it. */
  readonly setBy?: CitedText;
}

/**
 * The parameters that the document of a version itself declares; statistics are facts and left out. None where it has errors.
 *
 * @param on  `YYYY-MM-DD`; its own first day, where it is absent
 */
export function versionParameters(
  { version, parts: [{ policies }] }: OpenedVersion,
  { on, jurisdiction }: { readonly on?: string; readonly jurisdiction?: string },
): readonly ParameterInForce[] {
  const day: DayNumber = parseDate(on ?? version.effectiveFrom) ?? 0;
  const { module } = policies.lower(version.path, day);
  if (!module) return [];
  const header = policies.language.documents().find(({ path }) => path === version.path);
  const place = jurisdiction ?? header?.place ?? '国家';
  const index = indexModule(module);
  const own = parameterValues(module, [place], day, (each) => each.document === module.document);
  return own.flatMap((values) => {
    const [here] = values.places;
    if (!here) return [];
    const { parameter, delegations } = values;
    const bounds = boundsText(delegations, index);
    const setting = here.settings.at(-1);
    return {
      ...{ id: parameter.id, name: parameter.name },
      ...(parameter.alias !== undefined && { alias: parameter.alias }),
      value: {
        ...matrixValue(values, here.values, index),
        isIllustrative: restsOnIllustrative(parameter, here, module, day),
      },
      ...(bounds && { bounds }),
      clause: citedText(parameter, module),
      ...(setting && { setBy: citedText(setting, module) }),
    };
  });
}
