// The columns of a list of cases.
import { useTranslate } from 'react-admin';
import { AgencyName } from '../agencies/fields.js';
import type { Column } from '../ui/column.js';
import { DateVi } from '../ui/DateVi.js';
import type { Case } from './documents.js';
import { CaseStateWords } from './state.js';
import { useKindWords, useNextDayWords } from './words.js';

function KindCell({ one }: { one: Case }) {
  return <>{useKindWords()(one)}</>;
}

function NextCell({ one }: { one: Case }) {
  return <>{useNextDayWords()(one) ?? '–'}</>;
}

/** Where it stands, with what keeps it there or sets it apart. */
function StateCell({ one }: { one: Case }) {
  const t = useTranslate();
  return (
    <>
      <CaseStateWords one={one} />
      {one.state === 'READY' && one.blockedBy.length > 0 && <div>{t('decisions.list.blocked')}</div>}
      {one.state === 'VOTING' && one.isContested && <div>{t('decisions.list.alone')}</div>}
      {one.state === 'VOTING' && one.isRecused && <div>{t('decisions.list.recused')}</div>}
    </>
  );
}

export const decisionColumns: Column<Case>[] = [
  {
    source: 'reference',
    label: 'decisions.column.reference',
    isTight: true,
    phone: 'title',
    cell: (one) => one.reference,
  },
  {
    source: 'officer',
    label: 'decisions.column.officer',
    phone: 'title',
    cell: (one) => one.officer.fullName,
  },
  {
    source: 'code',
    label: 'officers.column.code',
    isTight: true,
    isExtra: true,
    phone: 'none',
    cell: (one) => one.officer.code,
  },
  {
    source: 'agency',
    label: 'officers.column.agency',
    cell: (one) => <AgencyName agency={one.officer.agency} />,
  },
  {
    source: 'kind',
    label: 'decisions.column.kind',
    cell: (one) => <KindCell one={one} />,
  },
  {
    source: 'state',
    label: 'decisions.column.state',
    cell: (one) => <StateCell one={one} />,
  },
  {
    source: 'next',
    label: 'decisions.column.next',
    cell: (one) => <NextCell one={one} />,
  },
  {
    source: 'number',
    label: 'decisions.column.number',
    isTight: true,
    isExtra: true,
    cell: (one) => one.number ?? '–',
  },
  {
    source: 'inForceOn',
    label: 'decisions.column.inForceOn',
    isTight: true,
    isExtra: true,
    phone: 'none',
    cell: (one) => <DateVi value={one.inForceOn} />,
  },
  {
    source: 'docket',
    label: 'decisions.column.docket',
    isExtra: true,
    phone: 'none',
    cell: (one) => one.docket ?? '–',
  },
  {
    source: 'committee',
    label: 'decisions.column.committee',
    isExtra: true,
    phone: 'none',
    cell: (one) => one.committee.name,
  },
];
