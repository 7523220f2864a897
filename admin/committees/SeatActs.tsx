// Giving somebody a seat, and ending one.
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { ActDialog } from '../ui/ActDialog.js';
import { cityDay } from '../ui/city-time.js';
import { DayField } from '../ui/DayField.js';
import { wrong } from '../ui/wrong.js';
import { COMMITTEE_END_SEAT, COMMITTEE_SEAT_MEMBER } from './acts.documents.js';
import type { Member, Person, WholeCommittee } from './documents.js';
import { PersonField } from './PersonField.js';
import { type Seat, seats } from './words.js';

export function GiveSeat({ committee, onClose }: { committee: WholeCommittee; onClose: () => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const notify = useNotify();
  const afresh = useAfresh();
  const [person, setPerson] = useState<Person | null>(null);
  const [seat, setSeat] = useState<Seat>('MEMBER');
  const [fromOn, setFromOn] = useState(() => cityDay(new Date()));
  const chair = committee.members.find((member) => member.seat === 'CHAIR');
  const submit = () =>
    doing.run(async () => {
      await carryOut(COMMITTEE_SEAT_MEMBER, { input: { committeeId: committee.id, userId: person!.id, seat, fromOn } });
      void afresh('Committees', 'Committee', 'WholeCommittees', 'AuditEvents');
      notify('committees.seatAct.given');
      onClose();
    });
  return (
    <ActDialog
      title={t('committees.seatAct.give')}
      hint={t('committees.seatAct.giveHint')}
      submitLabel={t('committees.seatAct.giveSubmit')}
      doing={doing}
      fields={['userId', 'seat', 'fromOn']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isIncomplete={!person || fromOn === ''}
    >
      <PersonField label={t('committees.field.person')} value={person} onChange={setPerson} error={doing.errorAt('userId')} autoFocus />
      <TextField
        select
        name="seat"
        label={t('committees.field.seat')}
        value={seat}
        onChange={(event) => setSeat(event.target.value as Seat)}
        {...wrong(doing.errorAt('seat'), t(`committees.seatHint.${seat}`))}
      >
        {seats.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`committees.seat.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <DayField
        name="fromOn"
        label={t('committees.field.fromOn')}
        value={fromOn}
        onChange={setFromOn}
        error={doing.errorAt('fromOn')}
        hint={seat === 'CHAIR' && chair ? t('committees.seatAct.follows', { name: chair.user.name }) : t('committees.seatAct.fromHint')}
      />
    </ActDialog>
  );
}

export function EndSeat({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const notify = useNotify();
  const afresh = useAfresh();
  const [untilOn, setUntilOn] = useState(() => cityDay(new Date()));
  const submit = () =>
    doing.run(async () => {
      await carryOut(COMMITTEE_END_SEAT, { memberId: member.id, untilOn });
      void afresh('Committees', 'Committee', 'WholeCommittees', 'AuditEvents');
      notify('committees.seatAct.ended');
      onClose();
    });
  return (
    <ActDialog
      title={t('committees.seatAct.endOf', { name: member.user.name })}
      hint={t('committees.seatAct.endHint', { seat: t(`committees.seat.${member.seat}`) })}
      submitLabel={t('committees.seatAct.end')}
      doing={doing}
      fields={['untilOn']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isDangerous
      isIncomplete={untilOn === ''}
    >
      <DayField
        name="untilOn"
        label={t('committees.field.untilOn')}
        value={untilOn}
        onChange={setUntilOn}
        error={doing.errorAt('untilOn')}
        hint={t('committees.seatAct.untilHint')}
      />
    </ActDialog>
  );
}
