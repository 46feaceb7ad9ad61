import { Tabs } from 'antd';
import { useTranslations } from 'next-intl';
import { ScrollRegion } from '../../calculator/scroll-region.tsx';
import hidden from '../../shell/hidden.module.css';
import type { Axis, BehaviourAnswer, FactClass, RegionAnswer } from '../behaviour-answers.ts';
import styles from '../compare.module.css';
import type { RegionFilter } from '../model/region-filter.ts';
import type { CellPlace } from '../model/region-grid.ts';
import { placeOf, regionsAt, summaryOf } from '../model/region-grid.ts';
import { directionWords, lookOf, signOf } from './signs.ts';

interface GridProps {
  /** Rows by the first fact, columns by the next, tabs by the one after it; further ones share a cell. */
  readonly axes: readonly Axis[];
  readonly regions: readonly RegionAnswer[];
  readonly isDate: boolean;
  readonly facts: BehaviourAnswer['facts'];
  readonly filter: RegionFilter;
  /** A value for each fact of the cell that was chosen; none to choose none. */
  readonly onChoose: (values: Readonly<Record<string, string>>) => void;
}

/** Where a result is another: by two facts, with tabs for a third. */
export function RegionGridTable(props: GridProps) {
  const [, , tabs] = props.axes;
  if (!tabs) return <GridOfTab {...props} tab={undefined} />;
  const busiest = tabs.classes.findIndex((tab) => changedIn(props.regions, tabs, tab) > 0);
  return (
    <Tabs
      type="card"
      size="small"
      defaultActiveKey={String(Math.max(0, busiest))}
      items={tabs.classes.map((tab, at) => ({
        key: String(at),
        label: classText(tab, tabs, props.facts),
        children: <GridOfTab {...props} tab={tab} />,
      }))}
    />
  );
}

function changedIn(regions: readonly RegionAnswer[], axis: Axis, tab: FactClass): number {
  return summaryOf(regionsAt(regions, placeOf([[axis, tab]]))).changed;
}

const whole: FactClass = { values: [] };

function GridOfTab({ tab, ...props }: GridProps & { readonly tab: FactClass | undefined }) {
  const t = useTranslations('compare');
  const { axes, facts } = props;
  const [rows, columns, tabs] = axes;
  const name = (axis: Axis): string => facts[axis.fact]?.name ?? axis.fact;
  return (
    <ScrollRegion label={t('gridLabel')}>
      <table className={styles.grid}>
        {columns && (
          <thead>
            <tr>
              <th scope="col">{[rows, columns].map((axis) => axis && name(axis)).join(' ＼ ')}</th>
              {columns.classes.map((column) => (
                <th key={column.values.join()} scope="col">
                  {classText(column, columns, facts)}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {(rows?.classes ?? [whole]).map((row) => (
            <tr key={row.values.join()}>
              <th scope="row">{rows ? classText(row, rows, facts) : t('everybody')}</th>
              {(columns?.classes ?? [whole]).map((column) => (
                <Cell
                  key={column.values.join()}
                  {...props}
                  place={placeOf([
                    [tabs, tab],
                    [rows, row],
                    [columns, column],
                  ])}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Cell({
  place,
  regions,
  isDate,
  filter,
  onChoose,
}: GridProps & { readonly place: CellPlace }) {
  const t = useTranslations('compare');
  const { lead, direction, changed } = summaryOf(regionsAt(regions, place));
  if (!lead) return <td />;
  const values = valuesAt(place);
  const isChosen = changed > 0 && isAt(filter.values, values);
  const content = (
    <>
      <span aria-hidden className={styles.sign}>
        {signOf(lead.state, direction)}
      </span>
      <span className={hidden.hidden}>{t(`${directionWords(isDate)}.${direction}`)}</span>
      <CellText lead={lead} />
      {changed > 1 && (
        <span className={styles.others}>{t('moreRegions', { count: changed - 1 })}</span>
      )}
    </>
  );
  return (
    <td className={styles[lookOf(lead.state, direction)]}>
      {changed === 0 ? (
        <span className={styles.cell}>{content}</span>
      ) : (
        <button
          type="button"
          className={styles.cell}
          aria-pressed={isChosen}
          onClick={() => onChoose(isChosen ? {} : values)}
        >
          {content}
        </button>
      )}
    </td>
  );
}

function CellText({ lead }: { readonly lead: RegionAnswer }) {
  const t = useTranslations('compare');
  const { state, stateText, mostText, bounds } = lead;
  if (state === 'changed-exact') return mostText ? t('mostYuan', { amount: mostText }) : bounds;
  if (state === 'changed-bounded' && mostText) return t('atMostYuan', { amount: mostText });
  return stateText;
}

/** One value of each class: a class holds together what nothing tells apart. */
function valuesAt(place: CellPlace): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...place].flatMap(
      ([
        fact,
        {
          values: [first],
        },
      ]) => (first === undefined ? [] : [[fact, first]]),
    ),
  );
}

function isAt(
  chosen: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
): boolean {
  const facts = Object.keys(values);
  return facts.length > 0 && facts.every((fact) => chosen[fact] === values[fact]);
}

export function classText(
  { values }: FactClass,
  { fact }: Pick<Axis, 'fact'>,
  facts: BehaviourAnswer['facts'],
): string {
  return values.map((value) => facts[fact]?.words[value] ?? value).join('、');
}
