import { AuditOutlined, HistoryOutlined } from '@ant-design/icons';
import { hasRole } from '../workflow/people.ts';
import { useMe } from '../workflow/use-me.ts';
import type { Place } from './navigation.tsx';
import { Navigation, openPlaces } from './navigation.tsx';

const versions: Place = {
  href: '/versions',
  word: 'versions',
  icon: <HistoryOutlined aria-hidden />,
};
const audit: Place = { href: '/audit', word: 'audit', icon: <AuditOutlined aria-hidden /> };

/** Where one can go with a store: the places of the workflow for whoever works in it, the trail for whoever audits it. */
export function StoreNavigation() {
  const { data: me } = useMe();
  const places = [
    ...(me ? [versions] : []),
    ...openPlaces,
    ...(hasRole(me, ['auditor']) ? [audit] : []),
  ];
  return <Navigation places={places} />;
}
