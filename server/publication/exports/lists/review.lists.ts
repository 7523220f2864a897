/** Exported lists of reviews and their findings, and of what evidence they rest on. */
import { agency, day, moment, needing, number, share, text, texts, words } from '../column.js';
import { heads } from '../columns.messages.js';
import type { ExportedList } from '../list.js';
import { CAUSES, CHECK_STATES, IMPORT_STATES, NEXT_STEPS, REVIEW_STATES, SIGNALS, TIERS, WHY_NOT, YES_NO } from '../values.messages.js';

export const reviewLists = {
  reviews: {
    title: { vi: 'Đợt rà soát', en: 'Reviews' },
    field: 'reviews',
    columns: [
      text(heads.reference, 'reference', 18),
      text(heads.title, 'title', 40),
      day(heads.windowFrom, 'windowFrom'),
      day(heads.windowTo, 'windowTo'),
      words(heads.state, 'state', REVIEW_STATES),
      ...needing(
        'review.readFigures',
        number(heads.officers, 'figures.officers'),
        share(heads.leaderShare, 'figures.leaders.usingShare'),
        share(heads.all, 'figures.all.usingShare'),
        number(heads.notAssessed, 'figures.all.notAssessed'),
      ),
    ],
  },
  findings: {
    title: { vi: 'Kết quả rà soát', en: 'Findings' },
    field: 'findings',
    about: 'officer.id',
    columns: [
      text(heads.review, 'review.reference', 18),
      text(heads.code, 'officer.code', 16),
      text(heads.fullName, 'officer.fullName', 28),
      text(heads.post, 'post'),
      words(heads.isLeader, 'isLeader', YES_NO, 10),
      text(heads.agencyCode, 'agency.code', 14),
      agency(heads.agency, 'agency'),
      words(heads.tier, 'tier', TIERS, 28),
      words(heads.whyNot, 'notAssessedReason', WHY_NOT, 28),
      number(heads.daysOfUse, 'daysOfUse'),
      number(heads.assessableDays, 'assessableDays'),
      number(heads.candidateDays, 'candidateDays'),
      share(heads.coverage, 'coverage'),
      words(heads.cause, 'cause', CAUSES, 28),
      words(heads.nextStep, 'nextStep', NEXT_STEPS, 32),
      words(heads.signals, 'signals', SIGNALS, 32),
    ],
  },
  checks: {
    title: { vi: 'Kiểm tra của đơn vị', en: 'Agency checks' },
    field: 'agencyChecks',
    columns: [
      text(heads.review, 'review.reference', 18),
      text(heads.agencyCode, 'agency.code', 14),
      agency(heads.agency, 'agency'),
      day(heads.until, 'review.checkUntil'),
      words(heads.state, 'state', CHECK_STATES, 26),
      words(heads.isOverdue, 'isOverdue', YES_NO, 10),
      number(heads.findings, 'findings'),
      number(heads.answered, 'answered'),
      number(heads.contested, 'contested'),
      text(heads.head, 'head.fullName', 28),
      moment(heads.submittedAt, 'submittedAt'),
      moment(heads.confirmedAt, 'confirmedAt'),
    ],
  },
  imports: {
    title: { vi: 'Lượt nạp dữ liệu', en: 'Imports of evidence' },
    field: 'evidenceImports',
    columns: [
      text(heads.source, 'source'),
      text(heads.fileName, 'fileName', 32),
      words(heads.state, 'state', IMPORT_STATES),
      moment(heads.startedAt, 'startedAt'),
      moment(heads.finishedAt, 'finishedAt'),
      day(heads.firstDay, 'firstDay'),
      day(heads.lastDay, 'lastDay'),
      number(heads.lines, 'lines'),
      number(heads.used, 'used'),
      number(heads.duplicate, 'duplicate'),
      number(heads.ignored, 'ignored'),
      number(heads.quarantined, 'quarantined'),
      number(heads.unknown, 'unknownCount'),
    ],
  },
  quarantinedLines: {
    title: { vi: 'Dòng không hiểu của một lượt nạp', en: 'Lines of an import that were not understood' },
    field: 'quarantinedLines',
    columns: [
      text(heads.reason, 'reason', 40),
      number(heads.lines, 'count'),
      number(heads.firstLine, 'line'),
      text(heads.sample, 'sample', 60),
    ],
  },
  unknownAddresses: {
    title: { vi: 'Địa chỉ chưa đăng ký của một lượt nạp', en: 'Unknown addresses of an import' },
    field: 'evidenceImport',
    inner: 'unknownAddresses',
    columns: [text(heads.address, 'value', 40)],
  },
  evidenceSources: {
    title: { vi: 'Nguồn dữ liệu', en: 'Sources of evidence' },
    field: 'evidenceSources',
    columns: [
      text(heads.name, 'name'),
      text(heads.format, 'format'),
      texts(heads.mailDomain, 'mailDomains', 40),
      texts(heads.shows, 'shows', 30),
      text(heads.timeZone, 'timeZone'),
    ],
  },
} satisfies Record<string, ExportedList>;
