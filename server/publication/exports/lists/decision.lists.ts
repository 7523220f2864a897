/** Exported lists of cases, dockets, exclusions, committees and letters. */
import { at, day, moment, number, text, words } from '../column.js';
import { heads } from '../columns.messages.js';
import { AWARD_TITLE_NAMES } from '../../../decisions/award-titles.messages.js';
import type { ExportedList } from '../list.js';
import { DECISION_KINDS, DECISION_STATES, LETTER_CHANNELS, LETTER_STATES, SEATS } from '../values.messages.js';
import { personColumns } from './registry.lists.js';

export const decisionLists = {
  decisions: {
    title: { vi: 'Hồ sơ và quyết định', en: 'Cases and decisions' },
    field: 'decisions',
    about: 'officer.id',
    columns: [
      text(heads.reference, 'reference', 18),
      ...personColumns('officer'),
      words(heads.kind, 'kind', DECISION_KINDS, 32),
      number(heads.awardYear, 'awardYear'),
      words(heads.state, 'state', DECISION_STATES, 28),
      moment(heads.proposedAt, 'proposedAt'),
      day(heads.explainUntil, 'explainUntil'),
      text(heads.number, 'number', 18),
      day(heads.inForceOn, 'inForceOn'),
      day(heads.appealUntil, 'appealUntil'),
      text(heads.docket, 'docket'),
      text(heads.committee, 'committee.name', 34),
    ],
  },
  exclusions: {
    title: { vi: 'Không xét danh hiệu thi đua', en: 'Award exclusions' },
    field: 'decisions',
    always: { kind: ['AWARD_EXCLUSION'] },
    usually: { state: ['IN_FORCE', 'APPEALED', 'EXPIRED'] },
    narrowed: { title: (row, code) => ((at(row, 'awardTitles') ?? []) as string[]).includes(code) },
    about: 'officer.id',
    columns: [
      ...personColumns('officer'),
      number(heads.awardYear, 'awardYear'),
      words(heads.titles, 'awardTitles', AWARD_TITLE_NAMES, 40),
      text(heads.number, 'number', 18),
      day(heads.inForceOn, 'inForceOn'),
      words(heads.state, 'state', DECISION_STATES, 28),
      text(heads.endedBy, 'endedBy.number', 18),
    ],
  },
  dockets: {
    title: { vi: 'Danh mục hồ sơ phiên họp', en: 'Dockets' },
    field: 'dockets',
    columns: [
      text(heads.docket, 'name', 32),
      text(heads.committee, 'committee.name', 34),
      words(heads.kind, 'kinds', DECISION_KINDS, 40),
      number(heads.cases, 'cases'),
      number(heads.contested, 'contested'),
      number(heads.pending, 'pending'),
    ],
  },
  committees: {
    title: { vi: 'Ban chỉ đạo', en: 'Committees' },
    field: 'committees',
    columns: [
      text(heads.code, 'code', 16),
      text(heads.committee, 'name', 40),
      words(heads.competences, 'competences', DECISION_KINDS, 48),
      text(heads.legalBasis, 'legalBasis', 40),
      day(heads.effectiveOn, 'effectiveOn'),
      day(heads.closedOn, 'closedOn'),
    ],
  },
  seats: {
    title: { vi: 'Thành viên ban chỉ đạo', en: 'Seats of committees' },
    field: 'committees',
    inner: 'members(all: true)',
    columns: [
      text(heads.code, 'of.code', 16),
      text(heads.committee, 'of.name', 40),
      text(heads.fullName, 'user.name', 28),
      words(heads.seat, 'seat', SEATS),
      day(heads.fromOn, 'fromOn'),
      day(heads.untilOn, 'untilOn'),
    ],
  },
  letters: {
    title: { vi: 'Thư', en: 'Letters' },
    field: 'letters',
    about: 'officer.id',
    columns: [
      text(heads.letter, 'title', 40),
      text(heads.type, 'kindName', 32),
      ...personColumns('officer'),
      words(heads.channel, 'channel', LETTER_CHANNELS),
      words(heads.state, 'state', LETTER_STATES),
      moment(heads.createdAt, 'createdAt'),
      moment(heads.sentAt, 'sentAt'),
      day(heads.receipt, 'receipt.receivedOn'),
    ],
  },
} satisfies Record<string, ExportedList>;
