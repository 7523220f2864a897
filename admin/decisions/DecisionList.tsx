// All cases the viewer may see, the latest first; many can be acted on at once.
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { seesOnlyOneself } from '../data/access.js';
import { useMay, useViewer } from '../data/viewer.js';
import { Empty } from '../ui/Empty.js';
import { useFormat } from '../ui/format.js';
import { ListPage } from '../ui/ListPage.js';
import { useSelection } from '../ui/selection.js';
import { SelectionBar } from '../ui/SelectionBar.js';
import { CaseDialog, type PanelAct } from './acts/CaseDialog.js';
import { ableTo, type DecisionAction } from './case.js';
import { decisionColumns } from './columns.js';
import { isMovable } from './docket.js';
import { DecisionFilters } from './DecisionFilters.js';
import { type Case, decisionDocuments } from './documents.js';

/** What can be done on many, in the order of the flow. */
const actsOnMany: readonly DecisionAction[] = ['GIVE_NOTICE', 'OPEN_VOTE', 'CAST_VOTE', 'CLOSE_VOTE', 'ENTER_INTO_FORCE', 'WITHDRAW'];

export function DecisionList() {
  const t = useTranslate();
  const { number } = useFormat();
  const viewer = useViewer();
  // A member of committees sees the cases before them, not only the own ones.
  const isOnlyOneself = seesOnlyOneself(viewer) && !viewer?.roles.includes('COMMITTEE_MEMBER');
  const mayNotice = useMay('decision.giveNotice');
  const mayVote = useMay('decision.vote');
  const mayPapers = useMay('paper.changeTemplates');
  const mayDockets = useMay('decision.readDockets');
  const mayAct = [mayNotice, mayVote, useMay('decision.openVote'), useMay('decision.propose')].some(Boolean);
  const selection = useSelection<Case>((one) => t('decisions.list.choose', { name: one.officer.fullName, reference: one.reference }));
  const [act, setAct] = useState<{ act: PanelAct; cases: Case[] }>();
  const chosen = [...selection.chosen.values()];
  const offered = actsOnMany.flatMap((action) => {
    const cases = ableTo(chosen, action);
    return cases.length > 0 ? [{ action, cases }] : [];
  });
  const toDocket = useMay('decision.setDocket') ? chosen.filter(isMovable) : [];
  const toNotice = mayNotice ? ableTo(chosen, 'GIVE_NOTICE') : [];
  return (
    <>
      <ListPage<Case>
        title={t('decisions.title')}
        columns={decisionColumns}
        documents={decisionDocuments}
        filters={<DecisionFilters isOnlyOneself={isOnlyOneself} />}
        isOneRow={isOnlyOneself}
        selection={mayAct ? selection : undefined}
        actions={
          <>
            {mayVote && (
              <Button component={Link} to="/decisions/votes" variant="contained">
                {t('decisions.votes.title')}
              </Button>
            )}
            {mayDockets && (
              <Button component={Link} to="/decisions/dockets" variant="outlined">
                {t('decisions.dockets.title')}
              </Button>
            )}
            {mayPapers && (
              <Button component={Link} to="/decisions/paper-texts" variant="outlined">
                {t('papers.templates.title')}
              </Button>
            )}
            {viewer?.officer && isOnlyOneself && (
              <Button component={Link} to="/my-case" variant="contained">
                {t('decisions.own.title')}
              </Button>
            )}
          </>
        }
        above={
          <SelectionBar selection={selection} documents={decisionDocuments}>
            {toNotice.length > 0 && (
              <Button variant="contained" onClick={() => setAct({ act: 'PREPARE_NOTICE', cases: toNotice })}>
                {t('decisions.actMany.PREPARE_NOTICE', { count: number(toNotice.length) })}
              </Button>
            )}
            {toDocket.length > 0 && (
              <Button variant="outlined" onClick={() => setAct({ act: 'SET_DOCKET', cases: toDocket })}>
                {t('decisions.actMany.SET_DOCKET', { count: number(toDocket.length) })}
              </Button>
            )}
            {offered.map(({ action, cases }) => (
              <Button
                key={action}
                variant={action === 'WITHDRAW' || action === 'GIVE_NOTICE' ? 'outlined' : 'contained'}
                color={action === 'WITHDRAW' ? 'error' : 'primary'}
                onClick={() => setAct({ act: action, cases })}
              >
                {t(`decisions.actMany.${action}`, { count: number(cases.length) })}
              </Button>
            ))}
          </SelectionBar>
        }
        empty={<Empty title={t('decisions.empty')} hint={t(isOnlyOneself ? 'decisions.emptyOwn' : 'decisions.emptyHint')} />}
      />
      {act && <CaseDialog act={act.act} cases={act.cases} onDone={selection.clear} onClose={() => setAct(undefined)} />}
    </>
  );
}
