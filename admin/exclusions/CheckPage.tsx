// May these officers be considered for a title in a year? Codes are pasted; asked for a moment in the past, the answer of then comes back.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ask } from '../data/client.js';
import { type Fault, toFault } from '../data/faults.js';
import { cityDay, momentOf } from '../ui/city-time.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { MomentField } from '../ui/MomentField.js';
import { PageHead } from '../ui/PageHead.js';
import { Section } from '../ui/Section.js';
import { wrong } from '../ui/wrong.js';
import { CheckAnswers } from './CheckAnswers.js';
import { AWARD_ELIGIBILITY, type AwardTitle, type Eligibility } from './documents.js';
import { codesIn, mostCodes } from './rows.js';
import { useTitles } from './titles.js';
import { useNow } from '../ui/now.js';

/** No code of a title. */
const allTitles = '*';

export function CheckPage() {
  const t = useTranslate();
  const { number } = useFormat();
  const titles = useTitles();
  const [text, setText] = useState('');
  const [title, setTitle] = useState('');
  const [year, setYear] = useState(() => cityDay(new Date()).slice(0, 4));
  const [moment, setMoment] = useState({ day: '', clock: '' });
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const [answered, setAnswered] = useState<{ year: number; titles: AwardTitle[]; byTitle: Eligibility[][] }>();
  const codes = codesIn(text);
  const asOf = moment.day ? momentOf(moment.day, moment.clock || '23:59') : undefined;
  const now = useNow();
  const isToCome = asOf !== undefined && new Date(asOf) > now;
  const isYear = /^(19|20|21)\d\d$/.test(year);
  const tooMany = codes.length > mostCodes;
  const check = async (event: FormEvent) => {
    event.preventDefault();
    const asked = title === allTitles ? titles : titles.filter(({ code }) => code === title);
    const question = { officerCodes: codes, year: Number(year), ...(asOf && { asOf }) };
    setBusy(true);
    setFault(undefined);
    try {
      const found = await Promise.all(asked.map(({ code }) => ask(AWARD_ELIGIBILITY, { ...question, title: code })));
      setAnswered({ year: question.year, titles: asked, byTitle: found.map(({ awardEligibility }) => awardEligibility) });
    } catch (error) {
      setFault(toFault(error));
    } finally {
      setBusy(false);
    }
  };
  const counted = t('exclusions.check.counted', { count: number(codes.length), most: number(mostCodes) });
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={t('exclusions.check.title')}
        hint={t('exclusions.check.hint')}
        trail={[{ to: '/exclusions', words: t('exclusions.title') }]}
      />
      <Box className="no-print">
        <Section>
          <Box component="form" onSubmit={(event) => void check(event)} sx={{ display: 'grid', gap: 2, maxWidth: 760 }}>
            <TextField
              name="codes"
              label={t('exclusions.check.codes')}
              value={text}
              onChange={(event) => setText(event.target.value)}
              required
              autoFocus
              multiline
              minRows={4}
              maxRows={10}
              {...wrong(
                tooMany ? t('exclusions.check.tooMany', { count: number(codes.length), most: number(mostCodes) }) : undefined,
                codes.length > 0 ? counted : t('exclusions.check.codesHint'),
              )}
            />
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 160px' }, alignItems: 'start' }}>
              <TextField
                select
                name="title"
                label={t('exclusions.check.awardTitle')}
                value={title}
                onChange={(event) => setTitle(event.target.value)}
                required
                helperText={
                  title === allTitles ? t('exclusions.check.allTitlesHint') : title === '' ? t('exclusions.check.chooseTitle') : ' '
                }
              >
                <MenuItem value={allTitles}>{t('exclusions.check.allTitles')}</MenuItem>
                {titles.map(({ code, name }) => (
                  <MenuItem key={code} value={code}>
                    {name}
                  </MenuItem>
                ))}
              </TextField>
              <TextField
                name="year"
                label={t('exclusions.year')}
                value={year}
                onChange={(event) => setYear(event.target.value.trim())}
                required
                {...wrong(isYear ? undefined : t('exclusions.check.notAYear'))}
              />
            </Box>
            <MomentField
              name="asOf"
              label={t('exclusions.check.asOf')}
              day={moment.day}
              clock={moment.clock}
              onChange={(day, clock) => setMoment({ day, clock: day ? clock : '' })}
              error={isToCome && moment.day > cityDay(now) ? t('exclusions.check.future') : undefined}
              hint={t('exclusions.check.asOfHint')}
            />
            <Box>
              <Button type="submit" variant="contained" disabled={isBusy || codes.length === 0 || tooMany || !isYear || !title || isToCome}>
                {isBusy ? t('ui.working') : t('exclusions.check.submit')}
              </Button>
            </Box>
          </Box>
        </Section>
      </Box>
      {fault && <FaultNote error={fault} />}
      {answered && <CheckAnswers key={answered.titles.map(({ code }) => code).join(' ')} {...answered} />}
    </Box>
  );
}
