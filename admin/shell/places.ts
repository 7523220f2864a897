// The places of the menu, in the order of the flow, that the viewer may open.
import DashboardOutlined from '@mui/icons-material/SpaceDashboardOutlined';
import { mayOpen } from '../data/access.js';
import type { Viewer } from '../data/me.documents.js';
import { useViewer } from '../data/viewer.js';
import { nouns } from '../nouns.js';
import type { Noun } from './noun.js';

export interface Place {
  to: string;
  label: string;
  icon: Noun['icon'];
  /** What one finds there, in a sentence. */
  about: string;
  group?: Noun['group'] | undefined;
}

export function usePlaces(): Place[] {
  const viewer = useViewer();
  const open = nouns.filter((noun) => noun.list && mayOpen(viewer, noun.opensWith) && (!noun.isFor || noun.isFor(viewer!)));
  return [
    { to: '/', label: 'shell.menu.overview', icon: DashboardOutlined, about: 'shell.menu.overview' },
    ...open.map((noun) => ({
      to: `/${noun.name}`,
      label: `${noun.name}.menu`,
      icon: noun.icon,
      about: `${noun.name}.about`,
      group: noun.group,
    })),
  ];
}

/** The overview is only itself; every other place also holds the pages below it. */
export function isHere(to: string, pathname: string): boolean {
  return to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
}

/** What somebody in this role does every day, beside the overview. */
const daily: [role: string, paths: string[]][] = [
  ['COMMITTEE_MEMBER', ['/decisions']],
  ['SECRETARY', ['/decisions', '/letters']],
  ['TRAINER', ['/classes', '/officers']],
  ['AGENCY_CONTACT', ['/classes', '/letters']],
  ['OFFICER', ['/decisions', '/classes']],
];

/** The three places of the bar of a phone: the overview, and the two this person uses. */
export function firstThree(places: readonly Place[], viewer: Viewer | null): Place[] {
  const paths = daily.find(([role]) => viewer?.roles.includes(role))?.[1] ?? [];
  const [overview, ...others] = places;
  const wanted = paths.flatMap((path) => others.find(({ to }) => to === path) ?? []);
  return [...(overview ? [overview] : []), ...wanted, ...others.filter((place) => !wanted.includes(place))].slice(0, 3);
}
