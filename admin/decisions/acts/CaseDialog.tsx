// The dialog of an act, for one case or for many.
import type { DecisionAction } from '../case.js';
import type { CaseFile } from '../documents.js';
import type { CaseDialogProps } from './case-dialog.js';
import { CastVoteDialog } from './CastVoteDialog.js';
import { ConflictDialog } from './ConflictDialog.js';
import { DocketDialog } from './DocketDialog.js';
import { AnswerDialog, AppealDialog, ExplainDialog } from './HearingDialogs.js';
import { NoticeDialog, PrepareNoticeDialog } from './NoticeDialogs.js';
import { SettleDialog } from './SettleDialog.js';
import { SignDialog } from './SignDialog.js';
import { CloseVoteDialog, OpenVoteDialog, WithdrawDialog } from './VoteDialogs.js';

/** Preparing the letters is part of giving notice, and the docket is an order of work; neither changes a state. */
export type PanelAct = DecisionAction | 'PREPARE_NOTICE' | 'SET_DOCKET';

interface CaseDialogChoice extends CaseDialogProps {
  act: PanelAct;
  /** What the page of one case has read already. */
  file?: Pick<CaseFile, 'explanation' | 'appeals'> | undefined;
  /** From voting over to declaring a conflict. */
  onOther?: (act: PanelAct) => void;
}

export function CaseDialog({ act, file, onOther, ...props }: CaseDialogChoice) {
  const mayDeclare = onOther && props.cases[0]?.availableActions.includes('DECLARE_CONFLICT');
  switch (act) {
    case 'SET_DOCKET':
      return <DocketDialog {...props} />;
    case 'PREPARE_NOTICE':
      return <PrepareNoticeDialog {...props} />;
    case 'GIVE_NOTICE':
      return <NoticeDialog {...props} />;
    case 'EXPLAIN':
      return <ExplainDialog {...props} />;
    case 'ANSWER_EXPLANATION':
      return <AnswerDialog {...props} explanation={file?.explanation ?? null} />;
    case 'OPEN_VOTE':
      return <OpenVoteDialog {...props} />;
    case 'CAST_VOTE':
      return <CastVoteDialog {...props} onConflict={mayDeclare ? () => onOther('DECLARE_CONFLICT') : undefined} />;
    case 'DECLARE_CONFLICT':
      return <ConflictDialog {...props} />;
    case 'CLOSE_VOTE':
      return <CloseVoteDialog {...props} />;
    case 'ENTER_INTO_FORCE':
      return <SignDialog {...props} />;
    case 'APPEAL':
      return <AppealDialog {...props} />;
    case 'SETTLE_APPEAL':
      return <SettleDialog {...props} appeal={file?.appeals.find(({ settledOn }) => settledOn === null)} />;
    case 'WITHDRAW':
      return <WithdrawDialog {...props} />;
  }
}
