// The vote as it stands: for, against and abstaining with the mark of the quorum, who has voted, who takes no part and why, until when.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import type { Case } from './documents.js';
import type { LiveVote, Member, VoteState } from './vote.documents.js';
import { VoteBar } from './VoteBar.js';
import { useDaysLeft, useVoteEndWords } from './words.js';

export function VotePanel({ one, live }: { one: Case; live: VoteState | undefined }) {
  const t = useTranslate();
  const { moment, number } = useFormat();
  const left = useDaysLeft();
  const voteEnd = useVoteEndWords();
  if (!one.vote) return null;
  const vote = live?.vote;
  if (!vote) return <Box role="status" aria-busy="true" aria-label={t('ui.loading')} sx={{ minHeight: 120 }} />;
  const far = vote.isOpen ? left(vote.closesAt) : null;
  return (
    <Section title={t(vote.purpose === 'APPEAL' ? 'decisions.live.titleAppeal' : 'decisions.live.title')}>
      <Typography sx={{ mb: 1.5 }}>
        {vote.isOpen ? (
          <>
            {t('decisions.live.closesAt', { at: voteEnd(vote.closesAt) })}
            {far && <b> · {far}</b>}
          </>
        ) : (
          t('decisions.live.closed', {
            at: moment(vote.closedAt),
            how: t(`decisions.voteEnd.${vote.endedBy ?? 'DEADLINE'}`),
            result: t(vote.result ? `decisions.result.${vote.result}` : 'decisions.result.NONE'),
          })
        )}
      </Typography>
      <VoteBar vote={vote} />
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        {t('decisions.live.rule', {
          quorum: number(vote.quorum),
          base: number(vote.base),
          majority: t(`decisions.threshold.${vote.majority}`),
          least: number(vote.minimumVoters),
        })}
      </Typography>
      {vote.closeReason && (
        <Typography variant="body2" sx={{ mt: 1 }}>
          {t('decisions.live.closeReason', { reason: vote.closeReason })}
        </Typography>
      )}
      <Voters vote={vote} />
      <Recused vote={vote} />
    </Section>
  );
}

const plain = { listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.75 } as const;

function useMemberWords(): (member: Member) => string {
  const t = useTranslate();
  return ({ user, seat }) => `${user.name} (${t(`decisions.seat.${seat}`)})`;
}

/** Who has voted how, and of whom a vote is still awaited; empty for whoever may not see ballots. */
function Voters({ vote }: { vote: LiveVote }) {
  const t = useTranslate();
  const { moment } = useFormat();
  const member = useMemberWords();
  const isAppeal = vote.purpose === 'APPEAL';
  const cast = new Map(vote.ballots.map((ballot) => [ballot.member.id, ballot]));
  if (vote.voters.length === 0) return null;
  return (
    <Box sx={{ mt: 2.5 }}>
      <Typography component="h3" sx={{ fontWeight: 600, mb: 1 }}>
        {t('decisions.live.voters')}
      </Typography>
      <Box component="ul" data-part="voters" sx={plain}>
        {vote.voters.map((one) => {
          const ballot = cast.get(one.id);
          return (
            <li key={one.id}>
              {member(one)}:{' '}
              {ballot ? (
                <b>{t(isAppeal ? `decisions.choiceOnAppeal.${ballot.choice}` : `decisions.choice.${ballot.choice}`)}</b>
              ) : (
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {t(vote.isOpen ? 'decisions.live.notYet' : 'decisions.live.notAtAll')}
                </Box>
              )}
              {ballot && (
                <Typography variant="body2" component="span" sx={{ display: 'block', color: 'text.secondary' }}>
                  {moment(ballot.castAt)}
                  {ballot.reason && ` · ${ballot.reason}`}
                </Typography>
              )}
            </li>
          );
        })}
      </Box>
    </Box>
  );
}

function Recused({ vote }: { vote: LiveVote }) {
  const t = useTranslate();
  const member = useMemberWords();
  const reasons = new Map(vote.recusals.map((recusal) => [recusal.member.id, recusal]));
  if (vote.recused.length === 0) return null;
  return (
    <Box sx={{ mt: 2.5 }}>
      <Typography component="h3" sx={{ fontWeight: 600, mb: 1 }}>
        {t('decisions.live.recused')}
      </Typography>
      <Box component="ul" data-part="recusals" sx={plain}>
        {vote.recused.map((one) => {
          const recusal = reasons.get(one.id);
          return (
            <li key={one.id}>
              {member(one)}
              {recusal && (
                <Typography variant="body2" component="span" sx={{ display: 'block', color: 'text.secondary' }}>
                  {t(`decisions.conflictReason.${recusal.reason}`)}
                  {recusal.note && ` ${recusal.note}`}
                </Typography>
              )}
            </li>
          );
        })}
      </Box>
    </Box>
  );
}
