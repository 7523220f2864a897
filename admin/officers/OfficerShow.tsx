// One officer: the latest tier with its reason and calendar, then posts, absences and how to reach them.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAgencyName } from '../agencies/fields.js';
import { AuditTrail } from '../audit/AuditTrail.js';
import { OfficerTraining } from '../classes/OfficerTraining.js';
import { OfficerCases } from '../decisions/OfficerCases.js';
import { useAsk } from '../data/ask.js';
import { useMay, useViewer } from '../data/viewer.js';
import { FindingEvidence } from '../findings/FindingEvidence.js';
import { MailboxService } from '../mailboxes/MailboxService.js';
import { PersonData } from '../keeping/PersonData.js';
import { DateVi } from '../ui/DateVi.js';
import { Empty } from '../ui/Empty.js';
import { Facts } from '../ui/Facts.js';
import { FaultNote } from '../ui/FaultNote.js';
import { PageHead } from '../ui/PageHead.js';
import { RecordPage } from '../ui/RecordPage.js';
import { Section } from '../ui/Section.js';
import { OFFICER_FILE, type Officer, type OfficerFile } from './documents.js';
import { ReachDialog } from './ReachDialog.js';

export function OfficerShow() {
  return <RecordPage<Officer>>{(officer) => <OfficerPage officer={officer} />}</RecordPage>;
}

/** `first`: what waits for whoever has this page as their overview; the classes among it. */
export function OfficerPage({ officer, first }: { officer: Officer; first?: ReactNode }) {
  const t = useTranslate();
  const agencyName = useAgencyName();
  const { data, error, refetch } = useAsk(OFFICER_FILE, { id: officer.id });
  const file = data?.officer;
  const finding = officer.latestFinding;
  const mayAgencies = useMay('agency.read');
  const viewer = useViewer();
  const isOwn = viewer?.officer?.id === officer.id && !viewer.isByCode;
  const refresh = useRefresh();
  const [isReaching, setReaching] = useState(false);
  const maySetReach = !!file?.availableActions.includes('SET_REACH');
  return (
    <>
      <PageHead
        title={officer.fullName}
        hint={[officer.post, officer.isLeader && t('ui.leader'), agencyName(officer.agency), officer.code].filter(Boolean).join(' · ')}
        trail={
          mayAgencies
            ? [
                { to: '/agencies', words: t('agencies.title') },
                { to: `/agencies/${officer.agency.id}/show`, words: agencyName(officer.agency) },
              ]
            : []
        }
        actions={
          <>
            {finding && (
              <Button component={Link} to={`/findings/${finding.id}/show`} variant="outlined">
                {t('officers.toFinding')}
              </Button>
            )}
            <PersonData officer={officer} isOwn={isOwn} onErased={() => refresh()} />
          </>
        }
      />
      {first}
      {file?.mailbox?.awaitsPassword && <MailboxService officer={officer} mailbox={file.mailbox} />}
      {finding ? (
        <FindingEvidence findingId={finding.id} title={t('officers.latestFinding')} />
      ) : (
        <Section title={t('officers.latestFinding')}>
          <Empty
            title={officer.mayReadFinding ? t('officers.noFinding') : t('ui.hiddenFindings')}
            hint={officer.mayReadFinding ? t('officers.noFindingHint') : t('ui.hiddenHint')}
          />
        </Section>
      )}
      {!first && <OfficerTraining officer={officer} />}
      <OfficerCases officer={officer} />
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '1fr 1fr' }, alignItems: 'start' }}>
        <Section
          title={t('officers.facts')}
          actions={
            maySetReach &&
            file && (
              <Button size="small" variant="outlined" onClick={() => setReaching(true)}>
                {t('officers.reach.title')}
              </Button>
            )
          }
        >
          <Facts
            facts={[
              [t('officers.column.code'), officer.code],
              [
                t('officers.column.agency'),
                mayAgencies ? (
                  <Link to={`/agencies/${officer.agency.id}/show`}>{agencyName(officer.agency)}</Link>
                ) : (
                  agencyName(officer.agency)
                ),
              ],
              [t('officers.column.post'), officer.post ?? t('ui.none')],
              officer.mayReadFile && [t('officers.column.address'), officer.mailbox?.address ?? t('ui.mailbox.NONE')],
              !!officer.mailbox && [t('officers.mailboxKind'), t(`ui.mailboxKind.${officer.mailbox.kind}`)],
              !!file?.mailbox?.createdOn && [t('officers.createdOn'), <DateVi value={file.mailbox.createdOn} />],
              officer.mayReadFile && !!file && [t('officers.otherEmail'), file.otherEmail ?? t('ui.none')],
              officer.mayReadFile && !!file && [t('officers.phone'), file.phone ?? t('ui.none')],
              officer.mayReadFile && !!file?.prefersPaper && [t('officers.reach.way'), t('officers.reach.paper')],
              !!officer.leftOn && [t('officers.leftOn'), <DateVi value={officer.leftOn} />],
            ]}
          />
          {!officer.mayReadFile && <Typography sx={{ color: 'text.secondary', mt: 2 }}>{t('officers.fileHidden')}</Typography>}
        </Section>
        {file && officer.mayReadFile && (
          <Box sx={{ display: 'grid', gap: 3 }}>
            {file.mailbox && !file.mailbox.awaitsPassword && <MailboxService officer={officer} mailbox={file.mailbox} />}
            <Postings postings={file.postings} />
            <Absences absences={file.absences} />
          </Box>
        )}
      </Box>
      {isReaching && file && <ReachDialog officerId={officer.id} file={file} isOwn={isOwn} onClose={() => setReaching(false)} />}
      <AuditTrail subject={`officer:${officer.id}`} />
    </>
  );
}

const plainList = { listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 } as const;

function Postings({ postings }: Pick<OfficerFile, 'postings'>) {
  const t = useTranslate();
  const agencyName = useAgencyName();
  const newestFirst = [...postings].sort((a, b) => b.fromOn.localeCompare(a.fromOn));
  return (
    <Section title={t('officers.postings')}>
      <Box component="ul" sx={plainList}>
        {newestFirst.map((posting) => (
          <li key={`${posting.agency.id} ${posting.fromOn}`}>
            <Typography sx={{ fontWeight: 600 }}>
              {[posting.post, posting.isLeader && t('ui.leader')].filter(Boolean).join(' · ') || t('officers.noPost')}
            </Typography>
            <Typography variant="body2">
              {agencyName(posting.agency)}
              {!posting.isMain && ` (${t('officers.besides')})`}
            </Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              <DateVi value={posting.fromOn} /> – {posting.untilOn ? <DateVi value={posting.untilOn} /> : t('ui.now')}
            </Typography>
          </li>
        ))}
      </Box>
    </Section>
  );
}

function Absences({ absences }: Pick<OfficerFile, 'absences'>) {
  const t = useTranslate();
  return (
    <Section title={t('officers.absences')} hint={t('officers.absencesHint')}>
      {absences.length === 0 ? (
        <Typography sx={{ color: 'text.secondary' }}>{t('officers.noAbsence')}</Typography>
      ) : (
        <Box component="ul" sx={plainList}>
          {absences.map((absence) => (
            <li key={absence.id}>
              <Typography sx={{ fontWeight: 600 }}>
                <DateVi value={absence.fromOn} /> – <DateVi value={absence.untilOn} />
              </Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {absence.document}
              </Typography>
            </li>
          ))}
        </Box>
      )}
    </Section>
  );
}
