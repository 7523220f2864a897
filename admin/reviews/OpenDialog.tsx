// Opening a review: from a definition with one click, of one's own, or again for some of an earlier one.
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Checkbox from '@mui/material/Checkbox';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { Agency } from '../agencies/documents.js';
import { useAsk } from '../data/ask.js';
import { cityNow } from '../data/city-clock.js';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { ActDialog } from '../ui/ActDialog.js';
import { cityDay } from '../ui/city-time.js';
import { DayField } from '../ui/DayField.js';
import { wrong } from '../ui/wrong.js';
import { DEFINITIONS, type OpenInput, type Plan, REVIEW_OPEN } from './campaign.documents.js';
import { AgenciesField } from './AgenciesField.js';
import { PlanFields, usualPlan } from './PlanFields.js';

interface OpenDialogProps {
  /** Looks at some of this one again. */
  rerunOf?: { id: string; reference: string; title: string; windowTo: string };
  onClose: () => void;
}

const scopes = ['REMAINING', 'CHANGED'] as const;

export function OpenDialog({ rerunOf, onClose }: OpenDialogProps) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const notify = useNotify();
  const navigate = useNavigate();
  const definitions = useAsk(DEFINITIONS, {}).data?.reviewDefinitions ?? [];
  const [definitionId, setDefinitionId] = useState('');
  const [title, setTitle] = useState(rerunOf ? t('reviews.open.again', { title: rerunOf.title }) : '');
  const [windowTo, setWindowTo] = useState(() => rerunOf?.windowTo ?? cityDay(cityNow()));
  const [agencies, setAgencies] = useState<Agency[]>([]);
  const [isChecked, setChecked] = useState(true);
  const [plan, setPlan] = useState<Plan>(usualPlan);
  const [rerunScope, setRerunScope] = useState<(typeof scopes)[number]>('REMAINING');
  // The same key for the same dialog: a second click opens no second review.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const choose = (id: string) => {
    setDefinitionId(id);
    setAgencies([]);
    const chosen = definitions.find((one) => one.id === id);
    if (rerunOf) return;
    setTitle(chosen?.next.title ?? '');
    setWindowTo(chosen?.next.windowTo ?? cityDay(cityNow()));
  };
  const input: OpenInput = {
    title: title.trim(),
    windowTo,
    idempotencyKey,
    ...(definitionId ? { definitionId } : isChecked && { plan }),
    ...(agencies.length > 0 && { agencyIds: agencies.map(({ id }) => id) }),
    ...(rerunOf && { rerunOfId: rerunOf.id, rerunScope }),
  };
  const submit = () =>
    void doing.run(async () => {
      const { review } = await carryOut(REVIEW_OPEN, { input });
      await afresh('reviews', 'findings', 'ReviewsInTime');
      notify('reviews.open.told', { messageArgs: { reference: review?.reference ?? '' } });
      onClose();
      if (review) navigate(`/reviews/${review.id}/show`);
    });
  return (
    <ActDialog
      title={t(rerunOf ? 'reviews.open.titleAgain' : 'reviews.open.title')}
      hint={t(rerunOf ? 'reviews.open.hintAgain' : 'reviews.open.hint')}
      submitLabel={t('reviews.open.submit')}
      doing={doing}
      fields={['title', 'windowTo', 'definitionId', 'checkDays', 'decideDays', 'remindDays', 'escalateDays']}
      onSubmit={submit}
      onClose={onClose}
      isIncomplete={title.trim() === '' || windowTo === ''}
    >
      {rerunOf && (
        <TextField
          select
          label={t('reviews.open.scope')}
          value={rerunScope}
          onChange={(event) => setRerunScope(event.target.value as (typeof scopes)[number])}
        >
          {scopes.map((scope) => (
            <MenuItem key={scope} value={scope}>
              {t(`reviews.open.scopes.${scope}`)}
            </MenuItem>
          ))}
        </TextField>
      )}
      {definitions.length > 0 && (
        <TextField
          select
          name="definitionId"
          label={t('reviews.open.definition')}
          value={definitionId}
          onChange={(event) => choose(event.target.value)}
          {...wrong(doing.errorAt('definitionId'))}
        >
          <MenuItem value="">{t('reviews.open.noDefinition')}</MenuItem>
          {definitions.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TextField
        name="title"
        label={t('reviews.column.title')}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        required
        {...wrong(doing.errorAt('title'))}
      />
      <DayField
        key={definitionId}
        name="windowTo"
        label={t('reviews.open.windowTo')}
        value={windowTo}
        onChange={setWindowTo}
        error={doing.errorAt('windowTo')}
        hint={t('reviews.open.windowToHint')}
      />
      {!definitionId && !rerunOf && <AgenciesField value={agencies} onChange={setAgencies} />}
      {!definitionId && (
        <FormControlLabel
          control={<Checkbox checked={isChecked} onChange={(event) => setChecked(event.target.checked)} />}
          label={t('reviews.open.isChecked')}
        />
      )}
      {!definitionId && isChecked && <PlanFields plan={plan} onChange={setPlan} doing={doing} />}
    </ActDialog>
  );
}
