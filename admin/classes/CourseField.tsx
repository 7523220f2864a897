// The course a class belongs to; a new one is made without leaving the form.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { useMay } from '../data/viewer.js';
import { ActDialog } from '../ui/ActDialog.js';
import { wrong } from '../ui/wrong.js';
import { COURSES, COURSE_SAVE, type Course } from './choices.documents.js';

interface CourseFieldProps {
  value: string;
  onChange: (course: Course | undefined) => void;
  error: string | undefined;
}

export function CourseField({ value, onChange, error }: CourseFieldProps) {
  const t = useTranslate();
  const mayChange = useMay('course.change');
  const { data } = useAsk(COURSES, {});
  const [isMaking, setMaking] = useState(false);
  const courses = (data?.trainingCourses ?? []).filter((course) => !course.isRetired || course.id === value);
  const known = courses.some(({ id }) => id === value) ? value : '';
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: { xs: 'wrap', sm: 'nowrap' } }}>
      <TextField
        select
        fullWidth
        label={t('classes.field.courseId')}
        value={known}
        onChange={(event) => onChange(courses.find(({ id }) => id === event.target.value))}
        {...wrong(error, t('classes.hint.courseId'))}
        slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      >
        <MenuItem value="">{t('classes.noCourse')}</MenuItem>
        {courses.map((course) => (
          <MenuItem key={course.id} value={course.id}>
            {course.title}
          </MenuItem>
        ))}
      </TextField>
      {mayChange && (
        <Button onClick={() => setMaking(true)} sx={{ flex: 'none', mt: { sm: 1 } }}>
          {t('classes.course.create')}
        </Button>
      )}
      {isMaking && <CourseCreate onClose={() => setMaking(false)} onMade={onChange} />}
    </Box>
  );
}

function CourseCreate({ onClose, onMade }: { onClose: () => void; onMade: (course: Course) => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const [code, setCode] = useState('');
  const [title, setTitle] = useState('');
  const [about, setAbout] = useState('');
  const submit = () =>
    doing.run(async () => {
      const facts = {
        code: code.trim(),
        title: title.trim(),
        passShare: 0.8,
        isRetired: false,
        ...(about.trim() && { about: about.trim() }),
      };
      const { course } = await carryOut(COURSE_SAVE, { input: facts });
      await afresh('TrainingCourses');
      onClose();
      if (course) onMade({ ...facts, id: course.id, about: about.trim() || null, availableActions: [] });
    });
  return (
    <ActDialog
      title={t('classes.course.create')}
      hint={t('classes.course.hint')}
      submitLabel={t('classes.course.submit')}
      doing={doing}
      fields={['code', 'title', 'about']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isIncomplete={code.trim() === '' || title.trim() === ''}
    >
      <TextField
        name="code"
        label={t('classes.course.code')}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        required
        autoFocus
        {...wrong(doing.errorAt('code'), t('classes.course.codeHint'))}
      />
      <TextField
        name="title"
        label={t('classes.course.title')}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        required
        {...wrong(doing.errorAt('title'))}
      />
      <TextField
        name="about"
        label={t('classes.course.about')}
        value={about}
        onChange={(event) => setAbout(event.target.value)}
        multiline
        minRows={2}
        {...wrong(doing.errorAt('about'))}
      />
    </ActDialog>
  );
}
