// What is published of a review: each list with its page, its end and its corrections; publishing and withdrawing for whoever may.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { useMay } from '../data/viewer.js';
import { LongText } from '../decisions/acts/LongText.js';
import { ActDialog } from '../ui/ActDialog.js';
import { DayField } from '../ui/DayField.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { Mark } from '../ui/Mark.js';
import { Section } from '../ui/Section.js';
import { wrong } from '../ui/wrong.js';
import type { Review } from '../reviews/documents.js';
import { type Audience, LIST_WITHDRAW, type PublishedList, REVIEW_LISTS, REVIEW_PUBLISH } from './documents.js';

const told = ['ReviewLists', 'Review', 'AuditEvents'] as const;
const audiences: readonly Audience[] = ['INTERNAL', 'PUBLIC'];

export function ReviewLists({ review }: { review: Review }) {
  const t = useTranslate();
  const mayPublish = useMay('publication.publish');
  const { data, error } = useAsk(REVIEW_LISTS, { id: review.id });
  const [act, setAct] = useState<{ publish?: PublishedList | null; withdraw?: PublishedList }>();
  const lists = data?.review?.lists ?? [];
  const canPublish = mayPublish && (data?.review?.availableActions.includes('PUBLISH') ?? false);
  const close = () => setAct(undefined);
  return (
    <Section
      title={t('publication.title')}
      hint={t('publication.hint')}
      actions={
        canPublish &&
        lists.length === 0 && (
          <Button variant="contained" onClick={() => setAct({ publish: null })}>
            {t('publication.publish')}
          </Button>
        )
      }
    >
      {error && <FaultNote error={error} />}
      {data && lists.length === 0 && <p>{t('publication.none')}</p>}
      <Box component="ul" data-part="lists" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {lists.map((list) => (
          <ListItem
            key={list.slug}
            list={list}
            onPublish={canPublish ? () => setAct({ publish: list }) : undefined}
            onWithdraw={mayPublish && list.withdrawnAt === null ? () => setAct({ withdraw: list }) : undefined}
          />
        ))}
      </Box>
      {act?.publish !== undefined && <PublishDialog review={review} former={act.publish} onClose={close} />}
      {act?.withdraw && <WithdrawDialog list={act.withdraw} onClose={close} />}
    </Section>
  );
}

interface ListItemProps {
  list: PublishedList;
  onPublish: (() => void) | undefined;
  onWithdraw: (() => void) | undefined;
}

function ListItem({ list, onPublish, onWithdraw }: ListItemProps) {
  const t = useTranslate();
  const { day, moment, number } = useFormat();
  const standing = list.withdrawnAt !== null ? 'gone' : list.isUp ? `audiences.${list.audience}` : 'expired';
  return (
    <Box component="li" sx={{ display: 'grid', gap: 0.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        {list.isUp && list.audience === 'PUBLIC' ? (
          <a href={`/lists/${list.slug}`} target="_blank" rel="noreferrer">
            {t('publication.open', { slug: list.slug })}
          </a>
        ) : (
          <b>{list.slug}</b>
        )}
        <Mark look={list.isUp ? 'good' : 'wait'}>{t(`publication.${standing}`)}</Mark>
      </Box>
      <Box sx={{ color: 'text.secondary' }}>
        {[
          t('publication.version', { version: number(list.version), at: moment(list.publishedAt) }),
          list.expiresOn ? t('publication.until', { day: day(list.expiresOn) }) : t('publication.noEnd'),
          list.corrections.length > 0 && t('publication.corrections', { count: number(list.corrections.length) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Box>
      {list.legalBasis !== '' && <Box>{list.legalBasis}</Box>}
      {list.withdrawnAt !== null && (
        <Box>{t('publication.withdrawn', { at: moment(list.withdrawnAt), reason: list.withdrawReason ?? '' })}</Box>
      )}
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {onPublish && (
          <Button variant="outlined" onClick={onPublish}>
            {t('publication.again')}
          </Button>
        )}
        {onWithdraw && (
          <Button color="error" onClick={onWithdraw}>
            {t('publication.withdraw')}
          </Button>
        )}
      </Box>
    </Box>
  );
}

function PublishDialog({ review, former, onClose }: { review: Review; former: PublishedList | null; onClose: () => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const [audience, setAudience] = useState<Audience>(former?.audience ?? 'INTERNAL');
  const [slug, setSlug] = useState(former?.slug ?? '');
  const [legalBasis, setLegalBasis] = useState(former?.legalBasis ?? '');
  const [expiresOn, setExpiresOn] = useState(former?.expiresOn ?? '');
  const submit = () =>
    doing.run(async () => {
      await carryOut(REVIEW_PUBLISH, {
        id: review.id,
        input: { slug: slug.trim(), audience, legalBasis: legalBasis.trim(), expiresOn: expiresOn || null },
      });
      await afresh(...told);
      onClose();
    });
  return (
    <ActDialog
      title={t(former ? 'publication.again' : 'publication.publish')}
      hint={t(`publication.publishHint.${audience}`)}
      submitLabel={t(former ? 'publication.again' : 'publication.publish')}
      doing={doing}
      fields={['slug', 'audience', 'legalBasis', 'expiresOn']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isIncomplete={slug.trim() === ''}
    >
      <TextField
        select
        name="audience"
        label={t('publication.audience')}
        value={audience}
        onChange={(event) => setAudience(event.target.value as Audience)}
        {...wrong(doing.errorAt('audience'), '')}
      >
        {audiences.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`publication.audiences.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        name="slug"
        label={t('publication.slug')}
        value={slug}
        onChange={(event) => setSlug(event.target.value)}
        required
        disabled={former !== null}
        autoComplete="off"
        {...wrong(doing.errorAt('slug'), t('publication.slugHint'))}
      />
      <LongText
        name="legalBasis"
        label={t('publication.legalBasis')}
        value={legalBasis}
        onChange={setLegalBasis}
        error={doing.errorAt('legalBasis')}
        hint={t('publication.legalBasisHint')}
        isOptional={audience === 'INTERNAL'}
        rows={2}
      />
      <DayField
        name="expiresOn"
        label={t('publication.expiresOn')}
        value={expiresOn}
        onChange={setExpiresOn}
        error={doing.errorAt('expiresOn')}
        hint={t('publication.expiresHint')}
        isOptional
      />
    </ActDialog>
  );
}

function WithdrawDialog({ list, onClose }: { list: PublishedList; onClose: () => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const [reason, setReason] = useState('');
  const submit = () =>
    doing.run(async () => {
      await carryOut(LIST_WITHDRAW, { slug: list.slug, reason: reason.trim() });
      await afresh(...told);
      onClose();
    });
  return (
    <ActDialog
      title={t('publication.withdrawOf', { slug: list.slug })}
      hint={t('publication.withdrawHint')}
      submitLabel={t('publication.withdraw')}
      doing={doing}
      fields={['reason']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isDangerous
      isIncomplete={reason.trim() === ''}
    >
      <LongText
        name="reason"
        label={t('publication.reason')}
        value={reason}
        onChange={setReason}
        error={doing.errorAt('reason')}
        hint={t('publication.reasonHint')}
        rows={2}
      />
    </ActDialog>
  );
}
