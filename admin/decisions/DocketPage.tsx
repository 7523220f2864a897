// The agenda of a session: what is heard one by one, then what is voted together; with what can be done with all of it, and as a sheet to print.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { useMay } from '../data/viewer.js';
import { DocketPapersSection } from '../papers/Papers.js';
import { PageMissing } from '../shell/faults.js';
import { Loading } from '../shell/Loading.js';
import { Empty } from '../ui/Empty.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { Section } from '../ui/Section.js';
import { CaseDialog, type PanelAct } from './acts/CaseDialog.js';
import { ableTo, type DecisionAction } from './case.js';
import { AgendaLines } from './AgendaLines.js';
import { AgendaPaper } from './AgendaPaper.js';
import { agendaOf, countStates, docketOf, isMovable } from './docket.js';
import type { Case } from './documents.js';
import { StateCounts } from './StateCounts.js';
import { useDocket } from './use-docket.js';
import { useKindWords } from './words.js';

/** What is done with a whole docket, in the order of the flow; the contested are voted from their own files. */
const acts: readonly DecisionAction[] = ['GIVE_NOTICE', 'OPEN_VOTE', 'CAST_VOTE', 'ENTER_INTO_FORCE'];

/** A command takes no more at a time. */
const most = 1_000;

export function DocketPage() {
  const [search] = useSearchParams();
  const docket = docketOf(search);
  const { data, error, refetch, isPending, isFetching } = useDocket(docket);
  const [act, setAct] = useState<DocketAct>();
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending && isFetching) return <Loading />;
  if (!data) return <PageMissing />;
  return (
    <>
      {data.length > 0 ? <Agenda name={docket.name} cases={data} onAct={setAct} /> : <NothingLeft name={docket.name} />}
      {act && <CaseDialog act={act.act} cases={act.cases} onDone={() => undefined} onClose={() => setAct(undefined)} />}
    </>
  );
}

/** No case is on it, or none any more. */
function NothingLeft({ name }: { name: string }) {
  const t = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead title={name} trail={useDocketTrail()} />
      <Section>
        <Empty
          title={t('decisions.dockets.empty')}
          hint={t('decisions.dockets.emptyHint')}
          action={
            <Button component={Link} to="/decisions/dockets" variant="outlined">
              {t('decisions.dockets.title')}
            </Button>
          }
        />
      </Section>
    </Box>
  );
}

function useDocketTrail() {
  const t = useTranslate();
  return [
    { to: '/decisions', words: t('decisions.title') },
    { to: '/decisions/dockets', words: t('decisions.dockets.title') },
  ];
}

interface DocketAct {
  act: PanelAct;
  cases: Case[];
}

function Agenda({ name, cases, onAct }: { name: string; cases: Case[]; onAct: (act: DocketAct) => void }) {
  const t = useTranslate();
  const { number } = useFormat();
  const kindWords = useKindWords();
  const maySet = useMay('decision.setDocket');
  const trail = useDocketTrail();
  const agenda = agendaOf(cases);
  const offered = acts.flatMap((action) => {
    const able = ableTo(cases, action).filter(({ isContested }) => action !== 'CAST_VOTE' || !isContested);
    return able.length > 0 ? [{ action, able: able.slice(0, most) }] : [];
  });
  const toNotice = useMay('decision.giveNotice') ? ableTo(cases, 'GIVE_NOTICE').slice(0, most) : [];
  const movable = maySet ? cases.filter(isMovable).slice(0, most) : [];
  return (
    <>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)', '@media print': { display: 'none' } }}>
        <PageHead
          title={name}
          hint={t('decisions.dockets.agendaHint', { committee: cases[0]!.committee.name, count: number(cases.length) })}
          trail={trail}
          actions={
            <Button variant="outlined" onClick={() => window.print()}>
              {t('decisions.dockets.print')}
            </Button>
          }
        />
        <Section>
          <StateCounts states={countStates(cases)} />
          {(offered.length > 0 || movable.length > 0) && (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
              {toNotice.length > 0 && (
                <Button variant="contained" onClick={() => onAct({ act: 'PREPARE_NOTICE', cases: toNotice })}>
                  {t('decisions.actMany.PREPARE_NOTICE', { count: number(toNotice.length) })}
                </Button>
              )}
              {offered.map(({ action, able }) => (
                <Button
                  key={action}
                  variant={action === 'GIVE_NOTICE' ? 'outlined' : 'contained'}
                  onClick={() => onAct({ act: action, cases: able })}
                >
                  {t(`decisions.actMany.${action}`, { count: number(able.length) })}
                </Button>
              ))}
              {movable.length > 0 && (
                <Button variant="outlined" onClick={() => onAct({ act: 'SET_DOCKET', cases: movable })}>
                  {t('decisions.actMany.SET_DOCKET', { count: number(movable.length) })}
                </Button>
              )}
            </Box>
          )}
        </Section>
        <DocketPapersSection committeeId={cases[0]!.committee.id} name={name} />
        {agenda.alone.length > 0 && (
          <Section isTight title={t('decisions.votes.alone', { count: number(agenda.alone.length) })} hint={t('decisions.votes.aloneHint')}>
            <AgendaLines cases={agenda.alone} from={1} isMixed />
          </Section>
        )}
        {agenda.groups.map((group, place) => (
          <Section
            key={group[0]!.id}
            isTight
            title={kindWords(group[0]!)}
            hint={t('decisions.dockets.together', { count: number(group.length) })}
          >
            <AgendaLines
              cases={group}
              from={1 + agenda.alone.length + agenda.groups.slice(0, place).reduce((sum, { length }) => sum + length, 0)}
            />
          </Section>
        ))}
      </Box>
      <AgendaPaper name={name} agenda={agenda} />
    </>
  );
}
