// A new committee: what it is called and stands on, what it decides, who sits in it.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { cityDay } from '../ui/city-time.js';
import { DayField } from '../ui/DayField.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { PageHead } from '../ui/PageHead.js';
import { Section } from '../ui/Section.js';
import { wrong } from '../ui/wrong.js';
import { COMMITTEE_CREATE } from './acts.documents.js';
import { KindsField } from './KindsField.js';
import { filled, MembersField, newSeat } from './MembersField.js';
import { type DecisionKind, decisionKinds } from './words.js';

export function CommitteeCreate() {
  const t = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const doing = useDoing();
  const afresh = useAfresh();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [numberSymbol, setNumberSymbol] = useState('');
  const [legalBasis, setLegalBasis] = useState('');
  const [effectiveOn, setEffectiveOn] = useState(() => cityDay(new Date()));
  const [competences, setCompetences] = useState<DecisionKind[]>([...decisionKinds]);
  const [rows, setRows] = useState(() => [newSeat('CHAIR'), newSeat('DEPUTY'), newSeat('MEMBER')]);
  const members = filled(rows).map(({ person, seat }) => ({ userId: person.id, seat }));
  const isIncomplete =
    [code, name, legalBasis].some((text) => text.trim() === '') ||
    effectiveOn === '' ||
    competences.length === 0 ||
    members.filter(({ seat }) => seat === 'CHAIR').length !== 1;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void doing.run(async () => {
      const input = {
        code: code.trim(),
        numberSymbol: numberSymbol.trim(),
        name: name.trim(),
        legalBasis: legalBasis.trim(),
        effectiveOn,
        competences,
        members,
      };
      const { committee } = await carryOut(COMMITTEE_CREATE, { input });
      void afresh('Committees', 'WholeCommittees', 'AuditEvents');
      notify('committees.made');
      navigate(committee ? `/committees/${committee.id}/show` : '/committees');
    });
  };
  const places = members.flatMap((_, index) => [`members.${index}.userId`, `members.${index}.seat`]);
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 860 }}>
      <PageHead
        title={t('committees.create')}
        hint={t('committees.createHint')}
        trail={[{ to: '/committees', words: t('committees.title') }]}
      />
      <Section title={t('committees.facts')}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '200px 1fr' }, alignItems: 'start' }}>
            <TextField
              name="code"
              label={t('committees.field.code')}
              value={code}
              onChange={(event) => setCode(event.target.value)}
              required
              autoFocus
              autoComplete="off"
              {...wrong(doing.errorAt('code'), t('committees.hintOf.code'))}
            />
            <TextField
              name="name"
              label={t('committees.field.name')}
              value={name}
              onChange={(event) => setName(event.target.value)}
              required
              autoComplete="off"
              {...wrong(doing.errorAt('name'), t('committees.hintOf.name'))}
            />
          </Box>
          <TextField
            name="numberSymbol"
            label={t('committees.field.numberSymbol')}
            value={numberSymbol}
            onChange={(event) => setNumberSymbol(event.target.value)}
            autoComplete="off"
            sx={{ maxWidth: { sm: 320 } }}
            {...wrong(doing.errorAt('numberSymbol'), t('committees.hintOf.numberSymbol'))}
          />
          <TextField
            name="legalBasis"
            label={t('committees.field.legalBasis')}
            value={legalBasis}
            onChange={(event) => setLegalBasis(event.target.value)}
            required
            multiline
            minRows={2}
            {...wrong(doing.errorAt('legalBasis'), t('committees.hintOf.legalBasis'))}
          />
          <Box sx={{ maxWidth: { sm: 260 }, display: 'grid' }}>
            <DayField
              name="effectiveOn"
              label={t('committees.field.effectiveOn')}
              value={effectiveOn}
              onChange={setEffectiveOn}
              error={doing.errorAt('effectiveOn')}
              hint={t('committees.hintOf.effectiveOn')}
            />
          </Box>
        </Box>
      </Section>
      <Section title={t('committees.field.competences')} hint={t('committees.hintOf.competences')}>
        <KindsField value={competences} onChange={setCompetences} error={doing.errorAt('competences')} />
      </Section>
      <Section title={t('committees.members')} hint={t('committees.hintOf.members')}>
        <MembersField rows={rows} onChange={setRows} errorAt={doing.errorAt} />
      </Section>
      <ErrorNotes errors={doing.otherErrors('code', 'name', 'numberSymbol', 'legalBasis', 'effectiveOn', 'competences', ...places)} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" variant="contained" disabled={doing.isBusy || isIncomplete}>
          {doing.isBusy ? t('ui.working') : t('committees.createSubmit')}
        </Button>
        <Button component={Link} to="/committees">
          {t('ui.cancel')}
        </Button>
      </Box>
    </Box>
  );
}
