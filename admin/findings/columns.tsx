// The columns of a list of findings.
import { AgencyName } from '../agencies/fields.js';
import type { Column } from '../ui/column.js';
import { TierChip } from '../ui/TierChip.js';
import { CauseWords, LeaderMark, StepWords } from '../ui/words.js';
import type { Finding } from './documents.js';
import { DaysOfUse, Signals } from './fields.js';

export const findingColumns: Column<Finding>[] = [
  {
    source: 'officer',
    label: 'findings.column.officer',
    isTight: true,
    phone: 'title',
    cell: (finding) => finding.officer.fullName,
  },
  {
    source: 'code',
    label: 'findings.column.code',
    isTight: true,
    isExtra: true,
    phone: 'none',
    cell: (finding) => finding.officer.code,
  },
  {
    source: 'post',
    label: 'findings.column.post',
    isExtra: true,
    phone: 'none',
    cell: (finding) => finding.officer.post ?? '–',
  },
  {
    source: 'isLeader',
    label: 'findings.column.isLeader',
    isTight: true,
    phone: 'none',
    cell: (finding) => <LeaderMark isLeader={finding.isLeader} />,
  },
  {
    source: 'agency',
    label: 'findings.column.agency',
    cell: (finding) => <AgencyName agency={finding.agency} />,
  },
  {
    source: 'tier',
    label: 'findings.column.tier',
    isTight: true,
    cell: (finding) => <TierChip tier={finding.tier} />,
  },
  {
    source: 'daysOfUse',
    label: 'findings.column.daysOfUse',
    isTight: true,
    isNumber: true,
    cell: (finding) => <DaysOfUse finding={finding} />,
  },
  {
    source: 'assessableDays',
    label: 'findings.column.assessableDays',
    isNumber: true,
    isExtra: true,
    phone: 'none',
    cell: (finding) => finding.assessableDays,
  },
  {
    source: 'cause',
    label: 'findings.column.cause',
    phone: 'none',
    cell: (finding) => <CauseWords finding={finding} />,
  },
  {
    source: 'nextStep',
    label: 'findings.column.nextStep',
    cell: (finding) => <StepWords step={finding.nextStep} />,
  },
  {
    source: 'signals',
    label: 'findings.column.signals',
    phone: 'none',
    isExtra: true,
    cell: (finding) => <Signals signals={finding.signals} />,
  },
  {
    source: 'review',
    label: 'findings.column.review',
    isTight: true,
    phone: 'none',
    cell: (finding) => finding.review.reference,
  },
];
