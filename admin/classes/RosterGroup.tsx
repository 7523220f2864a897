// One group of the list of a class: rows that can be chosen, and what can be done with those chosen.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import type { Enrolment, TrainingClass } from './documents.js';
import { EnrolmentAct } from './EnrolmentAct.js';
import type { EnrolmentAction, RosterGroup as Group } from './enrolment.js';
import { RosterRow } from './RosterRow.js';

interface RosterGroupProps {
  held: TrainingClass;
  group: Group;
  rows: Enrolment[];
  title: string;
}

const order: EnrolmentAction[] = ['APPROVE', 'DECLINE', 'WITHDRAW'];

export function RosterGroup({ held, group, rows, title }: RosterGroupProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [act, setAct] = useState<{ action: EnrolmentAction; rows: Enrolment[] }>();
  const open = rows.filter(({ availableActions }) => availableActions.length > 0);
  const picked = open.filter(({ id }) => chosen.has(id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  // Seats are free, and still people wait: their agencies have used up theirs.
  const isHeldBack = group === 'WAITLISTED' && held.seatsLeft > 0 && held.seatsPerAgency !== null;
  const hint = isHeldBack ? t('classes.heldBack', { count: number(held.seatsPerAgency ?? 0) }) : t(`classes.groupHint.${group}`);
  const actions = order.filter((action) => picked.length > 0 && picked.every((row) => row.availableActions.includes(action)));
  return (
    <Section isTight title={title} hint={hint}>
      {open.length > 1 && (
        <Box
          className="no-print"
          sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: { xs: 1, sm: 2 }, pb: 1, minHeight: 44 }}
        >
          <Checkbox
            checked={picked.length === open.length}
            indeterminate={picked.length > 0 && picked.length < open.length}
            onChange={() => setChosen(picked.length === open.length ? new Set() : new Set(open.map(({ id }) => id)))}
            slotProps={{ input: { 'aria-label': t('classes.chooseAll') } }}
          />
          <span>{picked.length > 0 ? t('classes.chosen', { count: number(picked.length) }) : t('classes.chooseAll')}</span>
          {actions.map((action) => (
            <Button
              key={action}
              size="small"
              variant="outlined"
              color={action === 'APPROVE' ? 'primary' : 'error'}
              onClick={() => setAct({ action, rows: picked })}
            >
              {t(`classes.enrolmentAct.${action}`)}
            </Button>
          ))}
        </Box>
      )}
      <Box component="ul" data-part={`group-${group}`} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map((row) => (
          <RosterRow
            key={row.id}
            row={row}
            held={held}
            isChosen={chosen.has(row.id)}
            onChoose={open.length > 1 ? () => toggle(row.id) : undefined}
            onAct={(action) => setAct({ action, rows: [row] })}
          />
        ))}
      </Box>
      {act && (
        <EnrolmentAct
          {...act}
          onClose={() => setAct(undefined)}
          onDone={() => {
            setAct(undefined);
            setChosen(new Set());
          }}
        />
      )}
    </Section>
  );
}
