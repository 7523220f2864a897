// Second: who sits in the new committee, in which seat, and where each comes from; whoever sits in several is marked. The chair is named here.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../ui/format.js';
import { Section } from '../../ui/Section.js';
import type { Person, WholeCommittee } from '../documents.js';
import { PersonField } from '../PersonField.js';
import { bySeat, hasSecretary, voterCount } from '../terms.js';
import type { MergePreview } from './documents.js';
import { type UnitedPerson, unitedPeople } from './merge.js';

interface MergePeopleProps {
  sources: WholeCommittee[];
  preview: MergePreview | null;
  chair: Person | null;
  chairUserId: string;
  onChair: (chair: Person | null) => void;
}

export function MergePeople({ sources, preview, chair, chairUserId, onChair }: MergePeopleProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const chairs = sources.flatMap(({ members }) =>
    members.filter(({ seat }) => seat === 'CHAIR').map(({ user }): Person => ({ ...user, officer: null })),
  );
  const likely = [...new Map(chairs.map((person) => [person.id, person])).values()];
  const shown = chair ?? likely.find(({ id }) => id === chairUserId) ?? null;
  const people = preview ? unitedPeople(preview.people, sources) : [];
  const twice = people.filter(({ from }) => from.length > 1).length;
  return (
    <>
      <Section title={t('committees.merge.chair')} hint={t('committees.merge.chairHint')}>
        <Box sx={{ maxWidth: { sm: 480 } }}>
          <PersonField label={t('committees.seat.CHAIR')} value={shown} onChange={onChair} first={likely} error={undefined} />
        </Box>
      </Section>
      {preview && (
        <Section
          title={t('committees.merge.people', { count: number(preview.members) })}
          hint={[
            t('committees.memberCount', { count: number(people.length), voters: number(voterCount(people)) }),
            twice > 0 && t('committees.merge.twice', { count: number(twice) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        >
          {!hasSecretary(people) && (
            <Alert severity="warning" variant="outlined" data-part="no-secretary" sx={{ mb: 2 }}>
              {t('committees.merge.noSecretary')}
            </Alert>
          )}
          <Box data-part="united" sx={{ display: 'grid', gap: 2 }}>
            {bySeat(people).map(({ seat, members }) => (
              <Box key={seat}>
                <Typography component="h3" sx={{ fontWeight: 600 }}>
                  {t(`committees.seat.${seat}`)}
                  {members.length > 1 && ` (${members.length})`}
                </Typography>
                <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
                  {members.map((person) => (
                    <PersonRow key={person.userId} person={person} />
                  ))}
                </Box>
              </Box>
            ))}
          </Box>
        </Section>
      )}
    </>
  );
}

function PersonRow({ person }: { person: UnitedPerson }) {
  const t = useTranslate();
  const isTwice = person.from.length > 1;
  const seatsSoFar = person.from
    .map(({ code, seat }) => t('committees.merge.seatIn', { seat: t(`committees.seat.${seat}`), code }))
    .join(' · ');
  const isFormerChair = person.seat === 'DEPUTY' && person.from.some(({ seat }) => seat === 'CHAIR');
  return (
    <Box
      component="li"
      {...(isTwice && { 'data-twice': 'yes' })}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'minmax(180px, 1fr) 2fr' },
        columnGap: 2,
        py: 0.75,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Box>{person.name}</Box>
      <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>
        {seatsSoFar || t('committees.merge.fromOutside')}
        {isTwice && (
          <Box component="span" sx={{ display: 'block', color: 'warning.main', fontWeight: 600 }}>
            {t('committees.merge.inSeveral', { count: person.from.length, seat: t(`committees.seat.${person.seat}`) })}
          </Box>
        )}
        {isFormerChair && (
          <Box component="span" sx={{ display: 'block' }}>
            {t('committees.merge.formerChair')}
          </Box>
        )}
      </Box>
    </Box>
  );
}
