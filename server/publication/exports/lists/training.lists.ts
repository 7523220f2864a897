/** Exported lists of classes, of who is on them, and of who needs one. */
import { agency, moment, number, text, words } from '../column.js';
import { heads } from '../columns.messages.js';
import type { ExportedList } from '../list.js';
import { CLASS_STATES, ENROLMENT_STATES, ORIGINS, TIERS, YES_NO } from '../values.messages.js';
import { personColumns } from './registry.lists.js';

export const trainingLists = {
  classes: {
    title: { vi: 'Lớp tập huấn', en: 'Training classes' },
    field: 'trainingClasses',
    columns: [
      text(heads.reference, 'reference', 18),
      text(heads.title, 'title', 40),
      moment(heads.startsAt, 'startsAt'),
      moment(heads.endsAt, 'endsAt'),
      text(heads.place, 'place', 32),
      text(heads.trainer, 'trainer.name', 28),
      number(heads.enrolled, 'enrolledCount'),
      number(heads.capacity, 'capacity'),
      number(heads.waitlisted, 'waitlistedCount'),
      words(heads.state, 'state', CLASS_STATES),
    ],
  },
  roster: {
    title: { vi: 'Danh sách lớp', en: 'Roster of a class' },
    field: 'trainingClass',
    inner: 'roster',
    about: 'officer.id',
    columns: [
      text(heads.reference, 'of.reference', 18),
      ...personColumns('officer'),
      words(heads.state, 'state', ENROLMENT_STATES),
      number(heads.waitPlace, 'waitlistPosition'),
      moment(heads.requestedAt, 'requestedAt'),
      words(heads.createdBy, 'origin', ORIGINS),
      words(heads.tierBefore, 'tierBefore', TIERS, 28),
      words(heads.tierAfter, 'tierAfter', TIERS, 28),
    ],
  },
  demand: {
    title: { vi: 'Người cần tập huấn', en: 'Who needs a class' },
    field: 'trainingDemand',
    about: 'officer.id',
    columns: [
      text(heads.code, 'officer.code', 16),
      text(heads.fullName, 'officer.fullName', 28),
      text(heads.post, 'officer.post'),
      words(heads.isLeader, 'officer.isLeader', YES_NO, 10),
      agency(heads.agency, 'agency'),
      agency(heads.parent, 'district'),
      words(heads.tier, 'finding.tier', TIERS, 28),
      text(heads.review, 'finding.review.reference', 18),
    ],
  },
  demandByAgency: {
    title: { vi: 'Nhu cầu tập huấn theo đơn vị', en: 'Training demand by agency' },
    field: 'trainingDemandByAgency',
    columns: [
      text(heads.agencyCode, 'agency.code', 14),
      agency(heads.agency, 'agency'),
      agency(heads.parent, 'district'),
      number(heads.officers, 'officers'),
      number(heads.leaders, 'leaders'),
    ],
  },
} satisfies Record<string, ExportedList>;
