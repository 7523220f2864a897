// My case: what is proposed about me and why, until when I may explain or appeal, and what was decided; in plain words, on a phone first.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { useViewer } from '../data/viewer.js';
import { FindingEvidence } from '../findings/FindingEvidence.js';
import { CasePapersSection } from '../papers/Papers.js';
import { Loading } from '../shell/Loading.js';
import { Empty } from '../ui/Empty.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { Section } from '../ui/Section.js';
import { CaseDialog, type PanelAct } from './acts/CaseDialog.js';
import { Appeals } from './Appeals.js';
import { isAboutAwards, isOver } from './case.js';
import { Words } from './CasePapers.js';
import { CaseStanding } from './CaseStanding.js';
import { withoutOpening } from './legal-basis.js';
import { OWN_CASES, type OwnCase } from './own.documents.js';
import { ScanButton } from './ScanButton.js';
import { useOwnSentence } from './use-own-sentence.js';
import { useAwardTitles, useDaysLeft, useKindSentence } from './words.js';

export function MyCasePage() {
  const t = useTranslate();
  const officer = useViewer()?.officer;
  const { data, error, refetch } = useAsk(OWN_CASES, { officerId: officer?.id ?? '' }, !!officer);
  const cases = data?.decisions.nodes ?? [];
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (officer && !data) return <Loading />;
  const running = cases.filter(({ state }) => !isOver(state));
  const over = cases.filter(({ state }) => isOver(state));
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 920 }}>
      <PageHead title={t('decisions.own.title')} hint={officer?.fullName} />
      {cases.length === 0 && (
        <Section>
          <Empty title={t('decisions.own.none')} hint={t('decisions.own.noneHint')} />
        </Section>
      )}
      {[...running, ...over].map((one) => (
        <MyCase key={one.id} one={one} />
      ))}
    </Box>
  );
}

/** What can be done about it oneself, with its last day. */
function OwnActs({ one, onAct }: { one: OwnCase; onAct: (act: PanelAct) => void }) {
  const t = useTranslate();
  const { day } = useFormat();
  const left = useDaysLeft();
  const mayExplain = one.availableActions.includes('EXPLAIN');
  const mayAppeal = one.availableActions.includes('APPEAL');
  const until = mayExplain ? one.explainUntil : mayAppeal ? one.appealUntil : null;
  if (!until) return null;
  const far = left(until);
  return (
    <Alert severity="info" icon={false} data-part="own-act" sx={{ '& .MuiAlert-message': { width: '100%' } }}>
      <Typography sx={{ fontWeight: 600, mb: 1 }}>
        {t(mayExplain ? (one.explanation ? 'decisions.own.explainedUntil' : 'decisions.own.explainUntil') : 'decisions.own.appealUntil', {
          on: day(until),
        })}
        {far && ` (${far})`}
      </Typography>
      <Button
        variant="contained"
        size="large"
        onClick={() => onAct(mayExplain ? 'EXPLAIN' : 'APPEAL')}
        sx={{ width: { xs: '100%', sm: 'auto' } }}
      >
        {t(mayExplain ? (one.explanation ? 'decisions.own.explainAgain' : 'decisions.explain.submitOwn') : 'decisions.appeal.submitOwn')}
      </Button>
    </Alert>
  );
}

function MyCase({ one }: { one: OwnCase }) {
  const t = useTranslate();
  const { day, moment } = useFormat();
  const sentence = useKindSentence();
  const ownSentence = useOwnSentence();
  const titles = useAwardTitles();
  const [act, setAct] = useState<PanelAct>();
  const [isShown, setShown] = useState(!isOver(one.state));
  return (
    <Box component="article" data-part="my-case" sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Section
        title={t('decisions.own.about', { what: sentence(one) })}
        hint={[one.number && t('decisions.own.number', { number: one.number }), one.reference, one.committee.name]
          .filter(Boolean)
          .join(' · ')}
      >
        <Typography sx={{ fontSize: '1.0625rem', lineHeight: 1.6, mb: 2 }} data-part="own-sentence">
          {ownSentence(one)}
        </Typography>
        <OwnActs one={one} onAct={setAct} />
        {!isShown && <Button onClick={() => setShown(true)}>{t('decisions.own.more')}</Button>}
        {isShown && (
          <>
            {isAboutAwards(one.kind) && one.awardTitles.length > 0 && (
              <Words title={t('decisions.papers.awardTitles')}>{titles(one.awardTitles)}</Words>
            )}
            {one.grounds && <Words title={t('decisions.own.why')}>{one.grounds}</Words>}
            <Words title={t('decisions.papers.legalBasis')}>{withoutOpening(one.legalBasis)}</Words>
            {one.explanation && (
              <Words title={t('decisions.own.myExplanation')} meta={day(one.explainedOn)}>
                {one.explanation}
              </Words>
            )}
            {one.explanationAttachment && <ScanButton {...one.explanationAttachment} />}
            {one.answer && (
              <Words title={t('decisions.own.answer')} meta={moment(one.answeredAt)}>
                {one.answer}
              </Words>
            )}
          </>
        )}
      </Section>
      {isShown && (
        <>
          <CasePapersSection id={one.id} />
          {one.appeals.length > 0 && <Appeals appeals={one.appeals} />}
          <CaseStanding one={one} appeals={one.appeals} />
          {one.finding && <FindingEvidence findingId={one.finding.id} title={t('decisions.own.finding')} />}
        </>
      )}
      {act && <CaseDialog act={act} cases={[one]} onDone={() => undefined} onClose={() => setAct(undefined)} />}
    </Box>
  );
}
