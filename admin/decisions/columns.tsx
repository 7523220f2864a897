// The columns of a list of cases.
import { useTranslate } from 'react-admin';
import { AgencyName } from '../agencies/fields.js';
import type { Column } from '../ui/column.js';
import { DateVi } from '../ui/DateVi.js';
import type { Case } from './documents.js';
import { CaseStateWords, stateKey } from './state.js';
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
    csv: (one) => one.reference,
  },
  {
    source: 'officer',
    label: 'decisions.column.officer',
    phone: 'title',
    cell: (one) => one.officer.fullName,
    csv: (one) => one.officer.fullName,
  },
  {
    source: 'code',
    label: 'officers.column.code',
    isTight: true,
    isExtra: true,
    phone: 'none',
    cell: (one) => one.officer.code,
    csv: (one) => one.officer.code,
  },
  {
    source: 'agency',
    label: 'officers.column.agency',
    cell: (one) => <AgencyName agency={one.officer.agency} />,
    csv: (one) => one.officer.agency.name,
  },
  {
    source: 'kind',
    label: 'decisions.column.kind',
    cell: (one) => <KindCell one={one} />,
    csv: (one, { t }) => [t(`decisions.kind.${one.kind}`), one.awardYear].filter(Boolean).join(' '),
  },
  {
    source: 'state',
    label: 'decisions.column.state',
    cell: (one) => <StateCell one={one} />,
    csv: (one, { t }) => t(stateKey(one)),
  },
  {
    source: 'next',
    label: 'decisions.column.next',
    cell: (one) => <NextCell one={one} />,
    csv: (one, { format }) => {
      const at = one.state === 'NOTIFIED' ? one.explainUntil : one.state === 'IN_FORCE' ? one.appealUntil : null;
      return at ? format.day(at) : null;
    },
  },
  {
    source: 'number',
    label: 'decisions.column.number',
    isTight: true,
    isExtra: true,
    cell: (one) => one.number ?? '–',
    csv: (one) => one.number,
  },
  {
    source: 'inForceOn',
    label: 'decisions.column.inForceOn',
    isTight: true,
    isExtra: true,
    phone: 'none',
    cell: (one) => <DateVi value={one.inForceOn} />,
    csv: (one, { format }) => (one.inForceOn ? format.day(one.inForceOn) : null),
  },
  {
    source: 'docket',
    label: 'decisions.column.docket',
    isExtra: true,
    phone: 'none',
    cell: (one) => one.docket ?? '–',
    csv: (one) => one.docket,
  },
  {
    source: 'committee',
    label: 'decisions.column.committee',
    isExtra: true,
    phone: 'none',
    cell: (one) => one.committee.name,
    csv: (one) => one.committee.name,
  },
];
