import { describe, expect, test } from 'vitest';
import type { Action, Actor, Cell } from './permits.ts';
import { actions, permits, permitsCell, relations, roles, states } from './permits.ts';

/**
 * Kept by hand, and apart from `rights`: who may do what, a column for each role and a line for each place and state that
 * differ. `+` everybody of the role, `=` only with what is their own, `!` only with what is not; anything else is forbidden.
 */
const table = `
                        drafter proposer reviewer publisher analyst auditor administrator operator
read-published any any        +        +        +         +       +       +             +        +
add-document any own          +        -        -         -       -       -             -        +
add-document any above        -        -        -         -       -       -             -        +
publish-version any own       -        -        -         +       -       -             -        +
publish-version any above     -        -        -         -       -       -             -        +
repeal-document any own       -        -        -         +       -       -             -        +
repeal-document any above     -        -        -         -       -       -             -        +
read-draft any own            +        +        +         +       -       -             -        -
create-draft any own          +        +        -         -       -       -             -        -
save-draft open own           +        =        -         -       -       -             -        -
close-draft open own          +        =        -         -       -       -             -        -
propose-draft open own        +        =        -         -       -       -             -        -
read-proposal any own         +        +        +         +       -       -             -        -
examine-proposal any own      +        -        +         +       -       -             -        -
withdraw-proposal pending own +        =        -         -       -       -             -        -
check-proposal pending own    +        +        +         +       -       -             -        -
comment-proposal pending own  +        +        +         +       -       -             -        -
begin-review proposed own     -        -        !         -       -       -             -        -
assign-review proposed own    -        -        +         -       -       -             -        -
assign-review under-review own -       -        +         -       -       -             -        -
send-back-proposal under-review own -  -        !         -       -       -             -        -
send-back-proposal approved own -      -        !         -       -       -             -        -
accept-undecided under-review own -    -        !         -       -       -             -        -
confirm-grade under-review own -       -        !         -       -       -             -        -
confirm-grade approved own    -        -        !         -       -       -             -        -
approve-proposal under-review own -    -        !         -       -       -             -        -
publish-proposal approved own -        -        -         +       -       -             -        -
read-job any own              +        +        +         +       +       -             -        -
cancel-job any own            =        =        =         =       =       -             -        -
read-dataset any own          +        +        +         +       +       -             +        -
register-dataset any own      -        -        -         -       +       -             -        -
delete-dataset any own        -        -        -         -       +       -             +        -
run-simulation any own        +        +        +         +       +       -             -        -
read-run any own              +        +        +         +       +       -             -        -
read-case any own             +        +        +         +       +       -             -        -
keep-case any own             +        +        +         +       +       -             -        -
delete-case any own           =        =        =         =       +       -             -        -
read-users any own            -        -        -         -       -       +             +        +
read-users any above          -        -        -         -       -       +             +        +
add-user any own              -        -        -         -       -       -             +        +
add-user any above            -        -        -         -       -       -             +        +
disable-user any own          -        -        -         -       -       -             !        +
disable-user any above        -        -        -         -       -       -             !        +
reset-password any own        -        -        -         -       -       -             !        +
reset-password any above      -        -        -         -       -       -             !        +
manage-tokens any own         =        =        =         =       =       =             =        +
manage-tokens any above       =        =        =         =       =       =             =        +
grant-role any own            -        -        -         -       -       -             !        +
grant-role any above          -        -        -         -       -       -             !        +
revoke-role any own           -        -        -         -       -       -             !        +
revoke-role any above         -        -        -         -       -       -             !        +
add-jurisdiction any own      -        -        -         -       -       -             +        +
add-jurisdiction any above    -        -        -         -       -       -             +        +
read-audit any own            -        -        -         -       -       +             -        +
read-audit any above          -        -        -         -       -       +             -        +
`;

const lines = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/ +/));
const columns = lines[0] ?? [];
const rows = lines.slice(1);

function expected({ role, action, state, relation, mine }: Cell): boolean {
  return rows.some(([forAction, forState, forRelation, ...marks]) => {
    if (forAction !== action) return false;
    if (!isState(forState, state)) return false;
    if (forRelation !== 'any' && forRelation !== relation) return false;
    const mark = marks[columns.indexOf(role)];
    return mark === '+' || (mark === '=' && mine) || (mark === '!' && !mine);
  });
}

/** `pending`: a proposal that is neither published nor withdrawn. */
function isState(wanted: string | undefined, state: string): boolean {
  const pending = ['proposed', 'under-review', 'sent-back', 'approved'];
  return wanted === 'any' || wanted === state || (wanted === 'pending' && pending.includes(state));
}

const cells: readonly Cell[] = roles.flatMap((role) =>
  actions.flatMap((action) =>
    states.flatMap((state) =>
      relations.flatMap((relation) =>
        [true, false].map((mine) => ({ role, action, state, relation, mine })),
      ),
    ),
  ),
);

test('every cell is as the table kept by hand says', () => {
  expect(cells).toHaveLength(8 * 40 * 9 * 4 * 2);
  expect(columns).toEqual(roles);
  expect(new Set(rows.map(([action]) => action))).toEqual(new Set<string>(actions));
  const wrong = cells.filter((cell) => permitsCell(cell) !== expected(cell));
  expect(wrong).toEqual([]);
  expect(cells.filter(expected).length).toBeGreaterThan(200);
});

describe('what must hold whatever the table says', () => {
  const allowed = cells.filter(permitsCell);

  test('nobody acts in a place that is not theirs or below, but for seeing what is published', () => {
    const outside = allowed.filter(({ relation }) => relation === 'below' || relation === 'apart');
    expect(new Set(outside.map(({ action }) => action))).toEqual(new Set(['read-published']));
  });

  test('a draft is seen by its own office alone', () => {
    const drafts = allowed.filter(({ action }) => action.endsWith('-draft'));
    expect(new Set(drafts.map(({ relation }) => relation))).toEqual(new Set(['own']));
  });

  test('what people were paid, and what was asked about them, stays in the office', () => {
    const about = allowed.filter(({ action }) =>
      /-(job|dataset|run|simulation|case)$/.test(action),
    );
    expect(new Set(about.map(({ relation }) => relation))).toEqual(new Set(['own']));
    const others = about.filter(({ mine, action }) => !mine && action === 'cancel-job');
    expect([about.length > 50, others]).toEqual([true, []]);
  });

  test('nobody gives a role to themselves or takes it, and no closed draft is changed', () => {
    const own = allowed.filter(
      ({ action, mine, role }) => action.endsWith('-role') && mine && role !== 'operator',
    );
    const closed = allowed.filter(
      ({ action, state }) => action === 'save-draft' && state !== 'open',
    );
    expect([...own, ...closed]).toEqual([]);
  });

  test('accounts, audit and work are apart', () => {
    const deeds = (role: string): readonly Action[] =>
      actions.filter((action) =>
        allowed.some((cell) => cell.role === role && cell.action === action),
      );
    expect(deeds('auditor')).toEqual([
      'read-published',
      'read-users',
      'manage-tokens',
      'read-audit',
    ]);
    expect(
      deeds('administrator').filter((action) => /draft|publish-|document/.test(action)),
    ).toEqual([]);
  });

  test('nobody decides on what they wrote on, and nothing that is over is decided again', () => {
    const deciding = /^(begin-review|send-back|accept|confirm|approve)/;
    const decided = allowed.filter(({ action }) => deciding.test(action));
    expect(decided.filter(({ mine }) => mine)).toEqual([]);
    const steps =
      /^(propose|withdraw|check|comment|begin|assign|send|accept|confirm|approve|publish)-/;
    const over = allowed.filter(
      ({ action, state }) =>
        steps.test(action) &&
        action !== 'publish-version' &&
        ['published', 'withdrawn'].includes(state),
    );
    expect(over).toEqual([]);
    expect(decided.length).toBeGreaterThan(5);
  });
});

describe('where a role stands to a thing', () => {
  const actor = (path: string): Actor => ({ id: 'me', grants: [{ role: 'auditor', path }] });
  const sees = (place: string, path: string) => permits(actor(place), 'read-audit', { path });

  test.each([
    ['n/', 'n/', true],
    ['n/', 'n/p/c/', true],
    ['n/p/', 'n/p/', true],
    ['n/p/', 'n/', false],
    ['n/p/', 'n/q/', false],
    // A place whose id begins as another's does.
    ['n/p/', 'n/pp/', false],
    ['', 'n/', true],
  ])('an auditor of %j sees the trail of %j: %j', (place, path, seen) => {
    expect(sees(place, path)).toBe(seen);
  });

  test('without a role there is nothing', () => {
    const nobody: Actor = { id: 'me', grants: [] };
    expect(
      actions.filter((action) => permits(nobody, action, { path: 'n/', owner: 'me' })),
    ).toEqual([]);
  });
});
