// The papers of a case: legal basis and grounds, explanation and answer, appeals, letters and orders to the mail system.
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../data/viewer.js';
import { LetterStateWords } from '../letters/state.js';
import { DateVi, MomentVi } from '../ui/DateVi.js';
import { Facts } from '../ui/Facts.js';
import { Section } from '../ui/Section.js';
import { Appeals } from './Appeals.js';
import { CaseOrders } from './CaseOrders.js';
import { isAdverse } from './case.js';
import { docketPath } from './docket.js';
import type { Case, CaseFile } from './documents.js';
import { withoutOpening } from './legal-basis.js';
import { ScanButton } from './ScanButton.js';
import { useAwardTitles } from './words.js';

interface CasePapersProps {
  one: Case;
  file: CaseFile | null | undefined;
  isPending: boolean;
}

export function CasePapers({ one, file, isPending }: CasePapersProps) {
  const t = useTranslate();
  const titles = useAwardTitles();
  if (isPending) {
    return (
      <Section title={t('decisions.papers.proposal')}>
        <Box role="status" aria-busy="true" aria-label={t('ui.loading')}>
          <Skeleton height={180} />
        </Box>
      </Section>
    );
  }
  if (!file) return null;
  const { joinedTo, endsDecision, endedBy } = file;
  return (
    <>
      <Section title={t('decisions.papers.proposal')}>
        <Facts
          facts={[
            [t('decisions.column.reference'), one.reference],
            [t('decisions.column.committee'), one.committee.name],
            !!one.docket && [t('decisions.column.docket'), <DocketLink one={one} />],
            [t('decisions.papers.proposedBy'), one.proposedBy],
            one.awardYear !== null && [t('decisions.column.awardYear'), String(one.awardYear)],
            one.awardTitles.length > 0 && [t('decisions.papers.awardTitles'), titles(one.awardTitles)],
            !!file.mailboxAddress && [t('decisions.papers.mailboxAddress'), file.mailboxAddress],
            !!one.number && [t('decisions.column.number'), one.number],
            !!one.signedBy && [t('decisions.papers.signedBy'), one.signedBy],
            !!one.decisionServedOn && [t('decisions.papers.decisionServedOn'), <DateVi value={one.decisionServedOn} />],
            !!endsDecision && [t('decisions.papers.endsDecision'), <RelatedLink {...endsDecision} />],
            !!endedBy && [t('decisions.papers.endedBy'), <RelatedLink {...endedBy} />],
            !!joinedTo && [t('decisions.papers.joinedTo'), <RelatedLink {...joinedTo} />],
          ]}
        />
        <Words title={t('decisions.papers.legalBasis')}>{withoutOpening(file.legalBasis)}</Words>
        {file.grounds !== null && <Words title={t('decisions.papers.grounds')}>{file.grounds}</Words>}
      </Section>
      {isAdverse(one.kind) && !one.isRecused && <Hearing one={one} file={file} />}
      {file.appeals.length > 0 && <Appeals appeals={file.appeals} />}
      <Letters letters={file.letters} />
      <CaseOrders one={one} orders={file.orders} />
    </>
  );
}

function DocketLink({ one: { docket, committee } }: { one: Case }) {
  const mayRead = useMay('decision.readDockets');
  return mayRead ? <Link to={docketPath({ name: docket!, committeeId: committee.id })}>{docket}</Link> : <>{docket}</>;
}

function RelatedLink({ id, reference, number }: { id: string; reference: string; number: string | null }) {
  return <Link to={`/decisions/${id}/show`}>{number ?? reference}</Link>;
}

/** A text as it was written, under its name. */
export function Words({ title, children, meta }: { title: string; children: string; meta?: ReactNode }) {
  return (
    <Box sx={{ mt: 2.5 }}>
      <Typography component="h3" sx={{ fontWeight: 600, mb: 0.5 }}>
        {title}
      </Typography>
      {meta && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 0.5 }}>
          {meta}
        </Typography>
      )}
      <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', lineHeight: 1.6 }}>{children}</Typography>
    </Box>
  );
}

/** Notice, explanation and answer. */
function Hearing({ one, file }: { one: Case; file: CaseFile }) {
  const t = useTranslate();
  return (
    <Section title={t('decisions.papers.hearing')}>
      <Facts
        facts={[
          [t('decisions.papers.notice'), one.servedOn ? <DateVi value={one.servedOn} /> : t('decisions.papers.noNotice')],
          !!one.noticeMeans && [t('decisions.notice.means'), t(`decisions.means.${one.noticeMeans}`)],
          !!one.explainUntil && [t('decisions.papers.explainUntil'), <DateVi value={one.explainUntil} />],
          !one.explainedOn && !!one.servedOn && [t('decisions.papers.explanation'), t('decisions.papers.noExplanation')],
        ]}
      />
      {file.explanation && (
        <Words
          title={t('decisions.papers.explanation')}
          meta={
            <>
              {t('decisions.papers.receivedOn')} <DateVi value={one.explainedOn} />
            </>
          }
        >
          {file.explanation}
        </Words>
      )}
      {file.explanationAttachment && <ScanButton {...file.explanationAttachment} />}
      {file.answer && (
        <Words title={t('decisions.papers.answer')} meta={<MomentVi value={one.answeredAt} />}>
          {file.answer}
        </Words>
      )}
      {one.explainedOn && !one.answeredAt && (
        <Typography sx={{ mt: 2, color: 'warning.main' }}>{t('decisions.papers.noAnswer')}</Typography>
      )}
    </Section>
  );
}

const plain = { listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.25 } as const;

function Letters({ letters }: Pick<CaseFile, 'letters'>) {
  const t = useTranslate();
  const mayLetters = useMay('letter.handle');
  if (letters.length === 0) return null;
  return (
    <Section title={t('decisions.papers.letters')}>
      <Box component="ul" sx={plain}>
        {letters.map(({ id, kindName, state, createdAt }) => (
          <li key={id}>
            {mayLetters ? <Link to={`/letters/${id}/show`}>{kindName}</Link> : kindName}
            <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
              <MomentVi value={createdAt} /> · <LetterStateWords state={state} />
            </Typography>
          </li>
        ))}
      </Box>
    </Section>
  );
}
