// One agency: its figures with leaders apart, its people, its facts.
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { AuditTrail } from '../audit/AuditTrail.js';
import { maySeeAgencyFigures, maySeeOfficersOf } from '../data/access.js';
import { useMay, useViewer } from '../data/viewer.js';
import { officerColumns } from '../officers/columns.js';
import { officerDocuments } from '../officers/documents.js';
import { DateVi } from '../ui/DateVi.js';
import { Empty } from '../ui/Empty.js';
import { Facts } from '../ui/Facts.js';
import { FiguresPanel } from '../ui/FiguresPanel.js';
import { SearchFilter, YesNoFilter } from '../ui/filters.js';
import { TierFilter } from '../ui/TierFilter.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { RecordPage } from '../ui/RecordPage.js';
import { Section } from '../ui/Section.js';
import { SubList } from '../ui/SubList.js';
import type { Agency } from './documents.js';
import { useAgencyName } from './fields.js';

const columns = officerColumns.filter((column) => column.source !== 'agency');

export function AgencyShow() {
  return <RecordPage<Agency>>{(agency) => <AgencyPage agency={agency} />}</RecordPage>;
}

/** `first`: what waits for whoever has this page as their overview. */
export function AgencyPage({ agency, first }: { agency: Agency; first?: ReactNode }) {
  const t = useTranslate();
  const { number, share } = useFormat();
  const nameOf = useAgencyName();
  const { usage } = agency;
  const viewer = useViewer();
  const mayFigures = maySeeAgencyFigures(viewer);
  const mayLoad = useMay('agency.change');
  const mayFindings = useMay('finding.read');
  return (
    <>
      <PageHead
        title={nameOf(agency)}
        hint={`${t(`ui.kind.${agency.kind}`)} · ${agency.code}`}
        trail={[{ to: '/agencies', words: t('agencies.title') }]}
        actions={
          mayFindings &&
          usage && (
            <Button
              component={Link}
              to={`/findings?filter=${encodeURIComponent(JSON.stringify({ agencyId: agency.id }))}`}
              variant="outlined"
            >
              {t('agencies.toFindings')}
            </Button>
          )
        }
      />
      {first}
      {usage ? (
        <FiguresPanel title={t('agencies.figures')} hint={t('agencies.figuresHint')} file={`agency-${agency.code}`} figures={usage} />
      ) : (
        <Section title={t('agencies.figures')}>
          <Empty
            title={mayFigures ? t('agencies.noFigures') : t('ui.hidden')}
            hint={mayFigures ? t('agencies.noFiguresHint') : t('ui.hiddenHint')}
          />
        </Section>
      )}
      {maySeeOfficersOf(viewer, agency.id) ? (
        <>
          <SubList
            resource="officers"
            title={t('agencies.leaders')}
            filter={{ agencyId: agency.id, isLeader: true }}
            columns={columns.filter((column) => column.source !== 'isLeader')}
            documents={officerDocuments}
            sort={{ field: 'fullName', order: 'ASC' }}
            empty={<Empty title={t('agencies.noLeaders')} hint={t(mayLoad ? 'agencies.noLeadersHint' : 'ui.waitForList')} />}
          />
          <SubList
            resource="officers"
            title={t('agencies.officers')}
            filter={{ agencyId: agency.id }}
            columns={columns}
            documents={officerDocuments}
            sort={{ field: 'fullName', order: 'ASC' }}
            filters={
              <>
                <SearchFilter hint="officers.searchHint" />
                <YesNoFilter source="isLeader" label="ui.filter.isLeader" yes="ui.filter.onlyLeaders" no="ui.filter.onlyStaff" />
                {mayFindings && <TierFilter />}
              </>
            }
            empty={<Empty title={t('agencies.noOfficers')} hint={t(mayLoad ? 'agencies.noOfficersHint' : 'ui.waitForList')} />}
          />
        </>
      ) : (
        <Section title={t('agencies.officers')}>
          <Typography sx={{ color: 'text.secondary' }}>{t('agencies.officersHidden')}</Typography>
        </Section>
      )}
      <Section title={t('agencies.facts')}>
        <Facts
          facts={[
            [t('agencies.column.code'), agency.code],
            [t('agencies.column.kind'), t(`ui.kind.${agency.kind}`)],
            [t('agencies.column.staffQuota'), number(agency.staffQuota)],
            [t('agencies.column.mailDomain'), agency.mailDomain ?? t('ui.none')],
            !!usage && [t('ui.figures.officers'), number(usage.officers)],
            !!usage && [t('ui.figures.withMailbox'), number(usage.withMailbox)],
            !!usage && [t('ui.figures.coverage'), share(usage.coverage)],
            !!agency.parent && [t('agencies.parent'), <Link to={`/agencies/${agency.parent.id}/show`}>{agency.parent.name}</Link>],
            !!agency.closedOn && [t('agencies.closedOn'), <DateVi value={agency.closedOn} />],
            !!agency.successor && [
              t('agencies.successor'),
              <Link to={`/agencies/${agency.successor.id}/show`}>{agency.successor.name}</Link>,
            ],
          ]}
        />
      </Section>
      <AuditTrail subject={`agency:${agency.id}`} />
    </>
  );
}
