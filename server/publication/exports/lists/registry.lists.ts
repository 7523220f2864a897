/** Exported lists of agencies, officers and mailboxes. */
import { agency, at, type Column, day, made, moment, needing, number, type Row, share, text, words } from '../column.js';
import { heads } from '../columns.messages.js';
import { exportMessages } from '../exports.messages.js';
import type { ExportedList } from '../list.js';
import { AGENCY_KINDS, MAILBOX_KINDS, MAILBOX_STATES, OFFICER_MAILBOX, TIERS, type Words, YES_NO } from '../values.messages.js';

interface Tiers {
  regular: number;
  irregular: number;
  assessed: number;
}

/** Of those who lead nobody: all less the leaders (T-6). */
function staffShare(row: Row): number | null {
  const [all, leaders] = [at(row, 'usage.all'), at(row, 'usage.leaders')] as (Tiers | null)[];
  if (!all || !leaders || all.assessed === leaders.assessed) return null;
  return (all.regular + all.irregular - leaders.regular - leaders.irregular) / (all.assessed - leaders.assessed);
}
const tiersOf = (path: string) => ['regular', 'irregular', 'assessed'].map((name) => `${path}.${name}`);

/** Somebody's code, name, post and agency; `path` leads to the officer. */
export const personColumns = (path: string): Column[] => [
  text(heads.code, `${path}.code`, 16),
  text(heads.fullName, `${path}.fullName`, 28),
  text(heads.post, `${path}.post`),
  agency(heads.agency, `${path}.agency`),
];

/** A word that some of those who see the list may not read for everybody in it: then it says so. */
const wordIfShown = (head: Column['head'], path: string, mayPath: string, table: Words, absent: string | null): Column =>
  made(
    head,
    'text',
    [path, mayPath],
    (row, language) => {
      if (at(row, mayPath) === false) return exportMessages.notShown[language];
      const value = (at(row, path) ?? absent) as string | null;
      return value === null ? null : (table[value]?.[language] ?? value);
    },
    28,
  );

export const registryLists = {
  agencies: {
    title: { vi: 'Đơn vị', en: 'Agencies' },
    field: 'agencies',
    columns: [
      text(heads.code, 'code', 16),
      agency(heads.name),
      words(heads.kindOfAgency, 'kind', AGENCY_KINDS),
      agency(heads.parent, 'parent'),
      number(heads.staffQuota, 'staffQuota'),
      ...needing(
        'review.readFigures',
        share(heads.leaderShare, 'usage.leaders.usingShare'),
        made(heads.staffShare, 'share', [...tiersOf('usage.all'), ...tiersOf('usage.leaders')], staffShare),
        share(heads.regularShare, 'usage.all.regularShare'),
        number(heads.notAssessed, 'usage.all.notAssessed'),
      ),
      text(heads.mailDomain, 'mailDomain'),
      day(heads.closedOn, 'closedOn'),
    ],
  },
  officers: {
    title: { vi: 'Cán bộ, công chức', en: 'Officers' },
    field: 'officers',
    about: 'id',
    columns: [
      text(heads.code, 'code', 16),
      text(heads.fullName, 'fullName', 28),
      text(heads.post, 'post'),
      words(heads.isLeader, 'isLeader', YES_NO, 10),
      text(heads.agencyCode, 'agency.code', 14),
      agency(heads.agency, 'agency'),
      ...needing('finding.read', wordIfShown(heads.tier, 'latestFinding.tier', 'mayReadFinding', TIERS, null)),
      wordIfShown(heads.mailbox, 'mailbox.state', 'mayReadFile', OFFICER_MAILBOX, 'NONE'),
      text(heads.address, 'mailbox.address', 32),
    ],
  },
  mailboxes: {
    title: { vi: 'Hộp thư', en: 'Mailboxes' },
    field: 'mailboxes',
    about: 'officer.id',
    columns: [
      text(heads.address, 'address', 32),
      words(heads.kindOfMailbox, 'kind', MAILBOX_KINDS),
      text(heads.code, 'officer.code', 16),
      text(heads.holder, 'officer.fullName', 28),
      agency(heads.agency, 'officer.agency'),
      words(heads.state, 'state', MAILBOX_STATES),
      words(heads.expectedState, 'expectedState', MAILBOX_STATES),
      text(heads.connector, 'connector'),
      moment(heads.verifiedAt, 'verifiedAt'),
      number(heads.sessions, 'liveSessionsRemaining'),
    ],
  },
} satisfies Record<string, ExportedList>;
