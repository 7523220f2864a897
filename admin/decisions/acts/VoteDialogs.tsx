// Opening votes, where voters and rule are frozen (D-4), closing them before their time (D-7), and taking cases back.
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../ui/ActDialog.js';
import { useFormat } from '../../ui/format.js';
import { CLOSE_VOTE, OPEN_VOTE, WITHDRAW } from '../acts.documents.js';
import type { CaseDialogProps } from './case-dialog.js';
import { CasesReceipt } from './CasesReceipt.js';
import { ClosingOutcomes } from './ClosingOutcomes.js';
import { LongText } from './LongText.js';
import { People } from './People.js';
import { useCaseAct } from './use-case-act.js';

/** The title of an act: by name for one, by number for many. */
function useTitle({ cases }: Pick<CaseDialogProps, 'cases'>, act: 'open' | 'close' | 'withdraw'): string {
  const t = useTranslate();
  const { number } = useFormat();
  const [only] = cases;
  return cases.length === 1
    ? t(`decisions.${act}.titleOne`, { name: only!.officer.fullName })
    : t(`decisions.${act}.titleMany`, { count: number(cases.length) });
}

export function OpenVoteDialog(props: CaseDialogProps) {
  const { cases, onDone, onClose } = props;
  const t = useTranslate();
  const { number } = useFormat();
  const title = useTitle(props, 'open');
  const { doing, receipt, submit } = useCaseAct(cases, 'decisions.open.told', onDone, onClose);
  if (receipt) return <CasesReceipt title={title} receipt={receipt} onClose={onClose} />;
  return (
    <ActDialog
      title={title}
      hint={t('decisions.open.hint')}
      submitLabel={t('decisions.open.submit', { count: number(cases.length) })}
      doing={doing}
      onSubmit={() => submit(OPEN_VOTE, { ids: cases.map(({ id }) => id) })}
      onClose={onClose}
    >
      <People cases={cases} />
    </ActDialog>
  );
}

/** An act that wants a reason and nothing else. */
function ReasonDialog({ act, ...props }: CaseDialogProps & { act: 'close' | 'withdraw' }) {
  const { cases, onDone, onClose } = props;
  const t = useTranslate();
  const title = useTitle(props, act);
  const { doing, receipt, submit } = useCaseAct(cases, `decisions.${act}.told`, onDone, onClose);
  const [reason, setReason] = useState('');
  if (receipt) return <CasesReceipt title={title} receipt={receipt} onClose={onClose} />;
  const document = act === 'close' ? CLOSE_VOTE : WITHDRAW;
  return (
    <ActDialog
      title={title}
      hint={t(`decisions.${act}.hint`)}
      submitLabel={t(`decisions.${act}.submit`)}
      doing={doing}
      fields={['reason']}
      onSubmit={() => submit(document, { ids: cases.map(({ id }) => id), reason: reason.trim() })}
      onClose={onClose}
      isDangerous={act === 'withdraw'}
      cancelLabel={t('ui.goBack')}
      isIncomplete={reason.trim() === ''}
    >
      {act === 'close' && <ClosingOutcomes cases={cases} />}
      <LongText
        name="reason"
        label={t(`decisions.${act}.reason`)}
        value={reason}
        onChange={setReason}
        error={doing.errorAt('reason')}
        rows={2}
      />
      <People cases={cases} />
    </ActDialog>
  );
}

export function CloseVoteDialog(props: CaseDialogProps) {
  return <ReasonDialog act="close" {...props} />;
}

export function WithdrawDialog(props: CaseDialogProps) {
  return <ReasonDialog act="withdraw" {...props} />;
}
