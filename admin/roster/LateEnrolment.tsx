// Somebody came who is not on the list: found by name, enrolled and marked on the spot.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAgencyName } from '../agencies/fields.js';
import { carryOutEach } from '../data/bulk.js';
import { useDoing } from '../data/command.js';
import { Refused } from '../data/faults.js';
import type { Officer } from '../officers/documents.js';
import { ENROLMENT_REQUEST, type Placed } from '../classes/acts.documents.js';
import { useFoundOfficers } from '../classes/OfficersField.js';
import { EnrolmentStateWords } from '../classes/state.js';
import type { Session } from '../classes/sessions.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { FaultNote } from '../ui/FaultNote.js';
import type { MarkedClass } from './documents.js';
import type { Marking } from './use-marking.js';

interface LateEnrolmentProps {
  held: MarkedClass;
  session: Session;
  marking: Marking;
  onAfresh: () => void;
}

export function LateEnrolment(props: LateEnrolmentProps) {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  return (
    <Box component="section" sx={{ mt: 3 }}>
      {isOpen ? (
        <Finder {...props} onClose={() => setOpen(false)} />
      ) : (
        <Button variant="outlined" size="large" fullWidth onClick={() => setOpen(true)} sx={{ minHeight: 52 }}>
          {t('roster.late')}
        </Button>
      )}
    </Box>
  );
}

function Finder({ held, session, marking, onAfresh, onClose }: LateEnrolmentProps & { onClose: () => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const agencyName = useAgencyName();
  const [words, setWords] = useState('');
  const [placed, setPlaced] = useState<Placed>();
  const { found, error } = useFoundOfficers(words);
  const queries = useQueryClient();
  const listed = new Set(held.roster.filter(({ state }) => state !== 'DECLINED' && state !== 'WITHDRAWN').map(({ officer }) => officer.id));
  const add = (officer: Officer) =>
    doing.run(async () => {
      const { payload, refusals } = await carryOutEach(ENROLMENT_REQUEST, { classId: held.id, officerIds: [officer.id] });
      const [refusal] = refusals.values();
      if (refusal) throw new Refused([{ code: 'NOT_ALLOWED_NOW', message: refusal, path: [], rule: null }]);
      const [made] = payload.enrolments;
      if (!made) return;
      // Whoever has a seat sits there already: present, and to be corrected by a tap like everybody else.
      if (made.state === 'ENROLLED') marking.mark({ id: made.id, attendance: [] }, session.id, 'PRESENT');
      setPlaced(made);
      setWords('');
      onAfresh();
      void queries.invalidateQueries({ queryKey: ['classes'] });
    });
  return (
    <Box
      sx={{
        border: 1,
        borderColor: 'primary.main',
        borderRadius: 2,
        p: 2,
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: 'minmax(0, 1fr)',
      }}
    >
      <Typography variant="h2">{t('roster.late')}</Typography>
      {placed && (
        <Alert severity={placed.state === 'ENROLLED' ? 'success' : 'warning'} data-part="late-placed">
          {placed.officer.fullName}:{' '}
          {placed.state === 'ENROLLED' ? (
            t('roster.latePresent')
          ) : (
            <>
              <EnrolmentStateWords state={placed.state} position={placed.waitlistPosition} />. {t('roster.noSeatHint')}
            </>
          )}
        </Alert>
      )}
      <TextField
        autoFocus
        label={t('roster.lateSearch')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        helperText={t('officers.searchHint')}
        autoComplete="off"
      />
      <ErrorNotes errors={doing.otherErrors()} />
      {words.trim() !== '' && error ? <FaultNote error={error} /> : null}
      {words.trim() !== '' && !error && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }} data-part="found">
          {found.slice(0, 8).map((officer) => (
            <Box
              component="li"
              key={officer.id}
              sx={{ display: 'flex', alignItems: 'center', gap: 1.5, py: 1, borderTop: 1, borderColor: 'divider' }}
            >
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Box sx={{ fontWeight: 600 }}>{officer.fullName}</Box>
                <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
                  {[officer.code, officer.post, agencyName(officer.agency)].filter(Boolean).join(' · ')}
                </Box>
              </Box>
              {listed.has(officer.id) ? (
                <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{t('roster.listed')}</Box>
              ) : (
                <Button variant="contained" disabled={doing.isBusy} onClick={() => void add(officer)} sx={{ minHeight: 44 }}>
                  {t('roster.add')}
                </Button>
              )}
            </Box>
          ))}
          {found.length === 0 && <li>{t('ui.list.noMatch')}</li>}
        </Box>
      )}
      <Button onClick={onClose} sx={{ justifySelf: 'start' }}>
        {t('ra.action.close')}
      </Button>
    </Box>
  );
}
