import {
  AuditOutlined,
  EditOutlined,
  HistoryOutlined,
  InboxOutlined,
  SendOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { InboxEntry, Person } from '../workflow/answers.ts';
import { hasRole, workingRoles } from '../workflow/people.ts';
import { useRead } from '../workflow/use-api.ts';
import { useMe } from '../workflow/use-me.ts';
import type { Place } from './navigation.tsx';
import { Navigation, openPlaces } from './navigation.tsx';

const workPlaces: readonly Place[] = [
  { href: '/inbox', word: 'inbox', icon: <InboxOutlined aria-hidden /> },
  { href: '/drafts', word: 'drafts', icon: <EditOutlined aria-hidden /> },
  { href: '/proposals', word: 'proposals', icon: <SendOutlined aria-hidden /> },
];
const versions: Place = {
  href: '/versions',
  word: 'versions',
  icon: <HistoryOutlined aria-hidden />,
};
const users: Place = { href: '/users', word: 'users', icon: <TeamOutlined aria-hidden /> };
const audit: Place = { href: '/audit', word: 'audit', icon: <AuditOutlined aria-hidden /> };

/** Where one can go with a store: the places of the workflow for whoever works in it, the trail for whoever audits it. */
export function StoreNavigation() {
  const { data: me } = useMe();
  const works = hasRole(me, workingRoles);
  const inbox = useRead<{ readonly entries: readonly InboxEntry[] }>('/inbox', {
    ...{ every: 30_000, enabled: works },
  });
  const places = placesFor(me);
  return <Navigation places={places} counts={{ '/inbox': inbox.data?.entries.length ?? 0 }} />;
}

/** What stands open to a person; nothing of the workflow before it is known who that is. */
export function placesFor(me: Person | undefined): readonly Place[] {
  return [
    ...(hasRole(me, workingRoles) ? workPlaces : []),
    ...(me ? [versions] : []),
    ...openPlaces,
    ...(hasRole(me, ['administrator']) ? [users] : []),
    ...(hasRole(me, ['auditor']) ? [audit] : []),
  ];
}
