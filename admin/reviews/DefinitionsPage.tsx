// How reviews are held: one line a definition, with the review that would come next; made and changed here.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { Loading } from '../shell/Loading.js';
import { ActDialog } from '../ui/ActDialog.js';
import { Empty } from '../ui/Empty.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { Section } from '../ui/Section.js';
import { wrong } from '../ui/wrong.js';
import { type Definition, DEFINITION_SAVE, DEFINITIONS, type Plan } from './campaign.documents.js';
import { AgenciesField, type ChosenAgency } from './AgenciesField.js';
import { PlanFields, usualPlan } from './PlanFields.js';

export function DefinitionsPage() {
  const t = useTranslate();
  const { number } = useFormat();
  const { data, error, isPending, refetch } = useAsk(DEFINITIONS, {});
  const [editing, setEditing] = useState<Definition | 'NEW'>();
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  const add = (
    <Button variant="contained" onClick={() => setEditing('NEW')}>
      {t('reviews.definitions.add')}
    </Button>
  );
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={t('reviews.definitions.title')}
        hint={t('reviews.definitions.hint')}
        trail={[{ to: '/reviews', words: t('reviews.title') }]}
        actions={data.reviewDefinitions.length > 0 && add}
      />
      {data.reviewDefinitions.length === 0 && (
        <Section>
          <Empty title={t('reviews.definitions.none')} hint={t('reviews.definitions.noneHint')} action={add} />
        </Section>
      )}
      {data.reviewDefinitions.map((definition) => (
        <Section
          key={definition.id}
          title={definition.name}
          hint={t('reviews.definitions.next', { title: definition.next.title })}
          actions={
            <Button variant="outlined" onClick={() => setEditing(definition)}>
              {t('reviews.definitions.change')}
            </Button>
          }
        >
          {[
            definition.agencies ? definition.agencies.map(({ code }) => code).join(', ') : t('reviews.definitions.wholeCity'),
            t('reviews.definitions.days', { check: number(definition.checkDays), decide: number(definition.decideDays) }),
            t(`reviews.plan.silences.${definition.silence}`),
          ].join(' · ')}
        </Section>
      ))}
      {editing && <DefinitionDialog {...(editing !== 'NEW' && { definition: editing })} onClose={() => setEditing(undefined)} />}
    </Box>
  );
}

function DefinitionDialog({ definition, onClose }: { definition?: Definition; onClose: () => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const notify = useNotify();
  const [name, setName] = useState(definition?.name ?? '');
  const [agencies, setAgencies] = useState<ChosenAgency[]>(definition?.agencies ?? []);
  const [plan, setPlan] = useState<Plan>(() => {
    if (!definition) return usualPlan;
    const { checkDays, decideDays, remindDays, escalateDays, silence, tellsOfficers } = definition;
    return { checkDays, decideDays, remindDays, escalateDays, silence, tellsOfficers };
  });
  const submit = () =>
    void doing.run(async () => {
      const input = {
        ...plan,
        name: name.trim(),
        ...(definition && { id: definition.id, expectedVersion: definition.version }),
        ...(agencies.length > 0 && { agencyIds: agencies.map(({ id }) => id) }),
      };
      await carryOut(DEFINITION_SAVE, { input });
      await afresh('ReviewDefinitions');
      notify('reviews.definitions.saved');
      onClose();
    });
  return (
    <ActDialog
      title={t(definition ? 'reviews.definitions.change' : 'reviews.definitions.add')}
      submitLabel={t('reviews.definitions.save')}
      doing={doing}
      fields={['name', 'checkDays', 'decideDays', 'remindDays', 'escalateDays']}
      onSubmit={submit}
      onClose={onClose}
      isIncomplete={name.trim() === ''}
    >
      <TextField
        name="name"
        label={t('reviews.definitions.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        required
        {...wrong(doing.errorAt('name'), t('reviews.definitions.nameHint'))}
      />
      <AgenciesField value={agencies} onChange={setAgencies} />
      <PlanFields plan={plan} onChange={setPlan} doing={doing} />
    </ActDialog>
  );
}
