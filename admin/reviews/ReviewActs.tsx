// What can be done with a review: finalise, call off, more time for the agencies, look at some again, its evidence pack.
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { cityNow } from '../data/city-clock.js';
import { carryOut } from '../data/command.js';
import { useMay } from '../data/viewer.js';
import { LongText } from '../decisions/acts/LongText.js';
import { PackButton } from '../findings/PackButton.js';
import { ActDialog } from '../ui/ActDialog.js';
import { cityDay } from '../ui/city-time.js';
import { DayField } from '../ui/DayField.js';
import { Facts } from '../ui/Facts.js';
import { useFormat } from '../ui/format.js';
import { useAct } from '../ui/use-act.js';
import { REVIEW_CAMPAIGN, REVIEW_CANCEL, REVIEW_EXTEND, REVIEW_FINALISE } from './campaign.documents.js';
import type { Review } from './documents.js';
import { OpenDialog } from './OpenDialog.js';

/** Lists and questions that a review which moves changes. */
const toldOfReviews = [
  'reviews',
  'findings',
  'checks',
  'ReviewCampaign',
  'CheckBars',
  'CheckWork',
  'ForceCheckWork',
  'ReviewsInTime',
  'AuditEvents',
];

type Act = 'FINALISE' | 'CANCEL' | 'EXTEND' | 'AGAIN';

export function ReviewActs({ review, hasCheck }: { review: Review; hasCheck: boolean }) {
  const t = useTranslate();
  const mayChange = useMay('review.change');
  const [act, setAct] = useState<Act>();
  const close = () => setAct(undefined);
  const isOpen = review.state === 'OPEN';
  // While the agencies check, finalising is not what waits to be done.
  const isRunning = !!review.checkUntil && cityDay(cityNow()) <= review.checkUntil;
  const acts: Act[] = !mayChange ? [] : isOpen ? ['FINALISE', ...(hasCheck ? (['EXTEND'] as const) : []), 'CANCEL'] : ['AGAIN'];
  return (
    <>
      {acts.map((one, index) => (
        <Button key={one} variant={index === 0 && isOpen && !isRunning ? 'contained' : 'outlined'} onClick={() => setAct(one)}>
          {t(`reviews.does.${one}`)}
        </Button>
      ))}
      <PackButton path={`/reviews/${review.id}/evidence-pack.jsonl.gz`} name={review.reference} right="evidencePack.make" />
      {act === 'FINALISE' && <Finalise review={review} hasCheck={hasCheck} onClose={close} />}
      {act === 'CANCEL' && <Cancel review={review} onClose={close} />}
      {act === 'EXTEND' && <Extend review={review} onClose={close} />}
      {act === 'AGAIN' && <OpenDialog rerunOf={review} onClose={close} />}
    </>
  );
}

interface DialogProps {
  review: Review;
  onClose: () => void;
}

function Finalise({ review, hasCheck, onClose }: DialogProps & { hasCheck: boolean }) {
  const t = useTranslate();
  const { number } = useFormat();
  const campaign = useAsk(REVIEW_CAMPAIGN, { id: review.id, seesAll: true }, hasCheck).data?.review;
  const progress = campaign?.progress;
  const { doing, run } = useAct(toldOfReviews, onClose);
  return (
    <ActDialog
      title={t('reviews.does.FINALISE')}
      hint={t('reviews.finalise.hint')}
      submitLabel={t('reviews.does.FINALISE')}
      doing={doing}
      onSubmit={() => run(() => carryOut(REVIEW_FINALISE, { id: review.id }), 'reviews.finalise.told')}
      onClose={onClose}
    >
      {campaign && progress && (
        <>
          <Facts
            facts={[
              [t('reviews.campaign.confirmed'), `${number(progress.confirmed)} / ${number(progress.agencies)}`],
              [t('reviews.campaign.answered'), `${number(progress.answered)} / ${number(progress.findings)}`],
              [t('reviews.campaign.unanswered'), number(progress.unanswered)],
              [t('reviews.campaign.openContests'), number(progress.openContests)],
            ]}
          />
          {progress.unanswered > 0 && <Alert severity="warning">{t(`checks.silence.${campaign.silence}`)}</Alert>}
        </>
      )}
    </ActDialog>
  );
}

function Cancel({ review, onClose }: DialogProps) {
  const t = useTranslate();
  const { doing, run } = useAct(toldOfReviews, onClose);
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      title={t('reviews.does.CANCEL')}
      hint={t('reviews.cancel.hint')}
      submitLabel={t('reviews.does.CANCEL')}
      doing={doing}
      fields={['reason']}
      onSubmit={() => run(() => carryOut(REVIEW_CANCEL, { id: review.id, reason: reason.trim() }), 'reviews.cancel.told')}
      onClose={onClose}
      isDangerous
      isIncomplete={reason.trim() === ''}
    >
      <LongText name="reason" label={t('reviews.reason')} value={reason} onChange={setReason} error={doing.errorAt('reason')} rows={2} />
    </ActDialog>
  );
}

function Extend({ review, onClose }: DialogProps) {
  const t = useTranslate();
  const { doing, run } = useAct(toldOfReviews, onClose);
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      title={t('reviews.does.EXTEND')}
      hint={t('reviews.extend.hint')}
      submitLabel={t('reviews.does.EXTEND')}
      doing={doing}
      fields={['until', 'reason']}
      onSubmit={() => run(() => carryOut(REVIEW_EXTEND, { id: review.id, until, reason: reason.trim() }), 'reviews.extend.told')}
      onClose={onClose}
      isIncomplete={until === '' || reason.trim() === ''}
    >
      <DayField
        name="until"
        label={t('reviews.extend.until')}
        value={until}
        onChange={setUntil}
        error={doing.errorAt('until')}
        hint={t('reviews.extend.untilHint')}
      />
      <LongText name="reason" label={t('reviews.reason')} value={reason} onChange={setReason} error={doing.errorAt('reason')} rows={2} />
    </ActDialog>
  );
}
