// One finding: the tier and why, the days under it, what is open, the cause and the next step.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAgencyName } from '../agencies/fields.js';
import { AuditTrail } from '../audit/AuditTrail.js';
import { OfficerTraining } from '../classes/OfficerTraining.js';
import { OfficerCases } from '../decisions/OfficerCases.js';
import { useAsk } from '../data/ask.js';
import { Facts } from '../ui/Facts.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { RecordPage } from '../ui/RecordPage.js';
import { Section } from '../ui/Section.js';
import { CauseWords } from '../ui/words.js';
import { FINDING_FILE, type Finding } from './documents.js';
import { DaysOfUse } from './fields.js';
import { ContestActs } from './ContestActs.js';
import { ContestFile } from './ContestFile.js';
import { FindingEvidence } from './FindingEvidence.js';
import { PackButton } from './PackButton.js';
import { SetCauseDialog } from './SetCauseDialog.js';

export function FindingShow() {
  return <RecordPage<Finding>>{(finding) => <FindingPage finding={finding} />}</RecordPage>;
}

function FindingPage({ finding }: { finding: Finding }) {
  const t = useTranslate();
  const { share, number } = useFormat();
  const agencyName = useAgencyName();
  const [isSettingCause, setSettingCause] = useState(false);
  const { officer, agency, review } = finding;
  const maySetCause = finding.availableActions.includes('SET_CAUSE');
  const note = useAsk(FINDING_FILE, { id: finding.id }).data?.finding?.causeNote;
  return (
    <>
      <PageHead
        title={officer.fullName}
        hint={[officer.post, finding.isLeader && t('ui.leader'), agencyName(agency), officer.code].filter(Boolean).join(' · ')}
        trail={[
          { to: '/reviews', words: t('reviews.title') },
          { to: `/reviews/${review.id}/show`, words: review.reference },
        ]}
        actions={
          <>
            <ContestActs finding={finding} />
            <PackButton path={`/findings/${finding.id}/evidence-pack.jsonl.gz`} name={`${review.reference}.${officer.code}`} />
            {maySetCause && (
              <Button variant={finding.cause ? 'outlined' : 'contained'} onClick={() => setSettingCause(true)}>
                {t(finding.cause ? 'findings.setCause.change' : 'findings.setCause.button')}
              </Button>
            )}
            <Button component={Link} to={`/officers/${officer.id}/show`} variant="outlined">
              {t('findings.toOfficer')}
            </Button>
            <Button component={Link} to={`/agencies/${agency.id}/show`} variant="outlined">
              {t('findings.toAgency')}
            </Button>
          </>
        }
      />
      <FindingEvidence findingId={finding.id} title={t('findings.one')} />
      <ContestFile findingId={finding.id} />
      <OfficerTraining officer={officer} nextStep={finding.nextStep} />
      <OfficerCases officer={officer} findingId={finding.id} nextStep={finding.nextStep} />
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '1fr 1fr' }, alignItems: 'start' }}>
        <Section title={t('findings.causeAndStep')}>
          <Facts
            facts={[
              [t('findings.column.cause'), <CauseWords finding={finding} />],
              !!note && [t('findings.causeNote'), note],
              [t('findings.column.nextStep'), <b>{t(`ui.step.${finding.nextStep}`)}</b>],
            ]}
          />
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
            {t(`ui.stepHint.${finding.nextStep}`)}
          </Typography>
        </Section>
        <Section title={t('findings.numbers')}>
          <Facts
            facts={[
              [t('findings.daysOfUseLong'), <DaysOfUse finding={finding} />],
              [t('findings.coverage'), share(finding.coverage)],
              !!finding.notAssessedReason && [t('findings.whyNot'), t(`ui.whyNot.${finding.notAssessedReason}`)],
              [t('findings.column.review'), <Link to={`/reviews/${review.id}/show`}>{`${review.title} (${review.reference})`}</Link>],
              [t('findings.version'), number(finding.version)],
            ]}
          />
        </Section>
      </Box>
      {isSettingCause && (
        <SetCauseDialog findings={[finding]} note={note} onDone={() => undefined} onClose={() => setSettingCause(false)} />
      )}
      <AuditTrail subject={`finding:${finding.id}`} />
    </>
  );
}
