// The columns of a list of agencies.
import { maySeeAgencyFigures } from '../data/access.js';
import type { Column } from '../ui/column.js';
import { ShareCell } from '../ui/ShareCell.js';
import { staffOf } from '../ui/tiers.js';
import type { Agency } from './documents.js';
import { AgencyName, KindName, Quota } from './fields.js';

export const agencyColumns: Column<Agency>[] = [
  {
    source: 'name',
    label: 'agencies.column.name',
    isSortable: true,
    phone: 'title',
    cell: (agency) => <AgencyName agency={agency} />,
  },
  {
    source: 'code',
    label: 'agencies.column.code',
    isTight: true,
    isSortable: true,
    cell: (agency) => agency.code,
  },
  {
    source: 'kind',
    label: 'agencies.column.kind',
    isTight: true,
    phone: 'none',
    cell: (agency) => <KindName kind={agency.kind} />,
  },
  {
    source: 'staffQuota',
    label: 'agencies.column.staffQuota',
    isSortable: true,
    isNumber: true,
    phone: 'none',
    cell: (agency) => <Quota value={agency.staffQuota} />,
  },
  {
    source: 'leaderShare',
    label: 'agencies.column.leaderShare',
    isOpenTo: maySeeAgencyFigures,
    isSortable: true,
    sortNeeds: 'agency.orderByShare',
    isNumber: true,
    cell: (agency) => <ShareCell figures={agency.usage?.leaders} />,
  },
  {
    source: 'staffShare',
    label: 'agencies.column.staffShare',
    isOpenTo: maySeeAgencyFigures,
    isNumber: true,
    cell: (agency) => <ShareCell figures={agency.usage ? staffOf(agency.usage) : undefined} />,
  },
  {
    source: 'regularShare',
    label: 'agencies.column.regularShare',
    isOpenTo: maySeeAgencyFigures,
    isNumber: true,
    phone: 'none',
    cell: (agency) => <ShareCell figures={agency.usage?.all} of="regular" />,
  },
  {
    source: 'notAssessed',
    label: 'agencies.column.notAssessed',
    isOpenTo: maySeeAgencyFigures,
    isNumber: true,
    phone: 'none',
    cell: (agency) => (agency.usage ? <Quota value={agency.usage.all.notAssessed} /> : '–'),
  },
  {
    source: 'mailDomain',
    label: 'agencies.column.mailDomain',
    isExtra: true,
    phone: 'none',
    cell: (agency) => agency.mailDomain ?? '–',
  },
];
