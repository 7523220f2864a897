// Who sits in a committee, by seat; who will, and who did. Whoever may change it gives and ends seats here.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { cityDay } from '../ui/city-time.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import type { Member, WholeCommittee } from './documents.js';
import { EndSeat, GiveSeat } from './SeatActs.js';
import { bySeat, termsOf, voterCount } from './terms.js';
import { useNow } from '../ui/now.js';

export function Members({ committee }: { committee: WholeCommittee }) {
  const t = useTranslate();
  const { number } = useFormat();
  const [isGiving, setGiving] = useState(false);
  const [ending, setEnding] = useState<Member>();
  const maySeat = committee.availableActions.includes('SEAT_MEMBER');
  const { present, toCome, past } = termsOf(committee.terms, committee.members, cityDay(useNow()));
  const onEnd = maySeat ? setEnding : undefined;
  return (
    <Section
      title={t(committee.closedOn ? 'committees.membersAtEnd' : 'committees.members')}
      hint={t('committees.memberCount', { count: number(present.length), voters: number(voterCount(present)) })}
      actions={
        maySeat && (
          <Button variant="outlined" onClick={() => setGiving(true)}>
            {t('committees.seatAct.give')}
          </Button>
        )
      }
    >
      <Box data-part="members" sx={{ display: 'grid', gap: 2 }}>
        {bySeat(present).map(({ seat, members }) => (
          <Group key={seat} title={t(`committees.seat.${seat}`)} members={members} onEnd={seat === 'CHAIR' ? undefined : onEnd} />
        ))}
        {toCome.length > 0 && <Group title={t('committees.toCome')} members={toCome} withSeat onEnd={onEnd} />}
        {past.length > 0 && <Group title={t('committees.past')} members={past} withSeat />}
      </Box>
      {isGiving && <GiveSeat committee={committee} onClose={() => setGiving(false)} />}
      {ending && <EndSeat member={ending} onClose={() => setEnding(undefined)} />}
    </Section>
  );
}

interface GroupProps {
  title: string;
  members: Member[];
  withSeat?: boolean;
  onEnd?: ((member: Member) => void) | undefined;
}

function Group({ title, members, withSeat = false, onEnd }: GroupProps) {
  const t = useTranslate();
  const { day } = useFormat();
  return (
    <Box>
      <Typography component="h3" sx={{ fontWeight: 600, mb: 0.5 }}>
        {title}
        {members.length > 1 && ` (${members.length})`}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {members.map((member) => (
          <Box
            component="li"
            key={member.id}
            sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, py: 0.75, borderTop: 1, borderColor: 'divider' }}
          >
            <Box sx={{ flex: '1 1 200px', minWidth: 0 }}>
              {member.user.name}
              {withSeat && ` · ${t(`committees.seat.${member.seat}`)}`}
            </Box>
            <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
              {t('ui.since', { day: day(member.fromOn) })}
              {member.untilOn && ` ${t('committees.untilEnd', { day: day(member.untilOn) })}`}
            </Box>
            {onEnd && !member.untilOn && (
              <Button
                size="small"
                color="error"
                onClick={() => onEnd(member)}
                aria-label={t('committees.seatAct.endOf', { name: member.user.name })}
              >
                {t('committees.seatAct.end')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
