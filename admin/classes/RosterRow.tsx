// One person on the list of a class: who they are, where they stand, what to mind, what can be done.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAgencyName } from '../agencies/fields.js';
import { useMay } from '../data/viewer.js';
import { useFormat } from '../ui/format.js';
import { TierChip } from '../ui/TierChip.js';
import { MarkShapes } from './MarkShape.js';
import type { Enrolment, TrainingClass } from './documents.js';
import type { EnrolmentAction } from './enrolment.js';
import { EnrolmentStateWords } from './state.js';

interface RosterRowProps {
  row: Enrolment;
  held: TrainingClass;
  isChosen: boolean;
  onChoose: (() => void) | undefined;
  onAct: (action: EnrolmentAction) => void;
}

export function RosterRow({ row, held, isChosen, onChoose, onAct }: RosterRowProps) {
  const t = useTranslate();
  const { moment } = useFormat();
  const agencyName = useAgencyName();
  const mayOfficer = useMay('officer.read');
  const { officer } = row;
  // By whom and when matters while it decides who gets a seat.
  const isInLine = row.state === 'REQUESTED' || row.state === 'WAITLISTED';
  const notes = [
    row.isRetake && t('classes.note.retake'),
    ...row.clashesWith.map(({ title }) => t('classes.note.clash', { title })),
    ...row.letters
      .slice(0, 1)
      .map(({ kindName, state }) => t('classes.note.letter', { kind: kindName, state: t(`letters.state.${state}`) })),
    row.endedReason && t('classes.own.because', { reason: row.endedReason }),
  ].filter((note) => typeof note === 'string');
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: {
          xs: `${onChoose ? '42px ' : ''}1fr`,
          md: `${onChoose ? '42px ' : ''}minmax(220px, 1.5fr) minmax(180px, 1fr) 250px`,
        },
        columnGap: { xs: 1, sm: 2 },
        rowGap: 0.75,
        alignItems: 'start',
        px: { xs: 1, sm: 2 },
        py: 1.5,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      {onChoose && (
        <Checkbox
          checked={isChosen}
          onChange={onChoose}
          disabled={row.availableActions.length === 0}
          slotProps={{ input: { 'aria-label': t('classes.choose', { name: officer.fullName }) } }}
          sx={{ mt: -0.75, gridRow: { xs: '1 / span 3', md: 'auto' } }}
        />
      )}
      <Box sx={{ minWidth: 0, pl: onChoose ? 0 : 1 }}>
        <Typography sx={{ fontWeight: 600 }}>
          {mayOfficer ? <Link to={`/officers/${officer.id}/show`}>{officer.fullName}</Link> : officer.fullName}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {[officer.post, officer.isLeader && t('ui.leader'), agencyName(officer.agency)].filter(Boolean).join(' · ')}
        </Typography>
        {notes.length > 0 && (
          <Typography variant="body2" sx={{ color: row.clashesWith.length > 0 ? 'warning.main' : 'text.secondary' }}>
            {notes.join(' · ')}
          </Typography>
        )}
      </Box>
      <Box sx={{ fontSize: '0.875rem', minWidth: 0, pl: { xs: onChoose ? 0 : 1, md: 0 } }}>
        {row.state !== 'ENROLLED' && <EnrolmentStateWords state={row.state} position={row.waitlistPosition} />}
        {isInLine && (
          <Box sx={{ color: 'text.secondary' }}>
            {t('classes.requestedBy', { who: t(`classes.origin.${row.origin}`), at: moment(row.requestedAt) })}
          </Box>
        )}
        {row.tierBefore && (
          <Box>
            <TierChip tier={row.tierBefore} short />
          </Box>
        )}
        <MarkShapes sessions={held.sessions} attendance={row.attendance} />
      </Box>
      <Box
        className="no-print"
        sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap', justifyContent: { md: 'flex-end' }, pl: { xs: onChoose ? 0 : 1, md: 0 } }}
      >
        {row.availableActions.map((action) => (
          <Button
            key={action}
            size="small"
            color={action === 'APPROVE' ? 'primary' : 'error'}
            variant={action === 'APPROVE' ? 'outlined' : 'text'}
            onClick={() => onAct(action)}
            aria-label={t('classes.enrolmentActOf', { act: t(`classes.enrolmentAct.${action}`), name: officer.fullName })}
          >
            {t(`classes.enrolmentAct.${action}`)}
          </Button>
        ))}
      </Box>
    </Box>
  );
}
