// Everything about a class on one page: what, when, where, by whom, for how many. Refusals stand at their field.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Doing } from '../data/command.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { MomentField } from '../ui/MomentField.js';
import { Section } from '../ui/Section.js';
import { wrong } from '../ui/wrong.js';
import { type ClassDraft, isComplete } from './class-draft.js';
import { CourseField } from './CourseField.js';
import { SessionsField } from './SessionsField.js';
import { AssistantsField, TrainerField } from './TrainerField.js';

interface ClassFormProps {
  start: ClassDraft;
  submitLabel: string;
  doing: Doing;
  backTo: string;
  onSubmit: (draft: ClassDraft) => void;
  /** A new class may be kept back until it is opened. */
  isNew?: boolean;
}

const named = ['title', 'place', 'courseId', 'trainerId', 'assistantIds', 'capacity', 'seatsPerAgency', 'passShare', 'cutOffAt'];

export function ClassForm({ start, submitLabel, doing, backTo, onSubmit, isNew = false }: ClassFormProps) {
  const t = useTranslate();
  const [draft, setDraft] = useState(start);
  const set = (part: Partial<ClassDraft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(draft);
  };
  const text = (field: 'title' | 'place' | 'capacity' | 'seatsPerAgency' | 'passShare') => ({
    name: field,
    label: t(`classes.field.${field}`),
    value: draft[field],
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
    autoComplete: 'off',
  });
  const count = { htmlInput: { inputMode: 'numeric' } } as const;
  const sessionFields = draft.sessions.flatMap((_, index) => [`sessions.${index}.startsAt`, `sessions.${index}.endsAt`]);
  const withCount = (error: string | undefined, hint: string) => {
    const look = wrong(error, hint);
    return { ...look, slotProps: { ...look.slotProps, ...count } };
  };
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 3, maxWidth: 820, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Section title={t('classes.part.what')}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <CourseField
            value={draft.courseId}
            error={doing.errorAt('courseId')}
            onChange={(course) =>
              set({
                courseId: course?.id ?? '',
                ...(course && draft.title.trim() === '' && { title: course.title }),
                ...(course && { passShare: String(Math.round(course.passShare * 100)) }),
              })
            }
          />
          <TextField {...text('title')} required {...wrong(doing.errorAt('title'), t('classes.hint.title'))} />
          <TextField {...text('place')} {...wrong(doing.errorAt('place'), t('classes.hint.place'))} />
        </Box>
      </Section>
      <Section title={t('classes.part.when')} hint={t('classes.hint.sessions')}>
        <SessionsField rows={draft.sessions} onChange={(sessions) => set({ sessions })} errorAt={doing.errorAt} />
      </Section>
      <Section title={t('classes.part.who')}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <TrainerField value={draft.trainerId} onChange={(trainerId) => set({ trainerId })} error={doing.errorAt('trainerId')} />
          <AssistantsField
            value={draft.assistantIds}
            onChange={(assistantIds) => set({ assistantIds })}
            error={doing.errorAt('assistantIds')}
          />
        </Box>
      </Section>
      <Section title={t('classes.part.seats')}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, 1fr)' }, alignItems: 'start' }}>
          <TextField {...text('capacity')} required {...withCount(doing.errorAt('capacity'), t('classes.hint.capacity'))} />
          <TextField {...text('seatsPerAgency')} {...withCount(doing.errorAt('seatsPerAgency'), t('classes.hint.seatsPerAgency'))} />
          <TextField {...text('passShare')} required {...withCount(doing.errorAt('passShare'), t('classes.hint.passShare'))} />
        </Box>
        <Box sx={{ mt: 2, maxWidth: { sm: 420 } }}>
          <MomentField
            name="cutOffAt"
            label={t('classes.field.cutOffAt')}
            day={draft.cutOffDay}
            clock={draft.cutOffClock}
            onChange={(cutOffDay, cutOffClock) =>
              set({ cutOffDay, cutOffClock: cutOffClock || (cutOffDay && !draft.cutOffDay ? '17:00' : '') })
            }
            error={doing.errorAt('cutOffAt')}
            hint={t('classes.hint.cutOffAt')}
          />
        </Box>
        {isNew && (
          <FormControlLabel
            sx={{ mt: 2 }}
            control={<Checkbox checked={draft.isPlanned} onChange={(event) => set({ isPlanned: event.target.checked })} />}
            label={t('classes.hint.isPlanned')}
          />
        )}
      </Section>
      <ErrorNotes errors={doing.otherErrors(...named, ...sessionFields)} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" variant="contained" disabled={doing.isBusy || !isComplete(draft)}>
          {doing.isBusy ? t('ui.working') : submitLabel}
        </Button>
        <Button component={Link} to={backTo}>
          {t('ui.cancel')}
        </Button>
      </Box>
    </Box>
  );
}
