// Subscribing a system, which ends with the secret shown once; ending it; sending again what it has missed.
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { ActDialog, ReceiptDialog } from '../ui/ActDialog.js';
import { cityDay, dayAfter, momentOf } from '../ui/city-time.js';
import { useFormat } from '../ui/format.js';
import { MomentField } from '../ui/MomentField.js';
import { OneTimeText } from '../ui/OneTimeText.js';
import { wrong } from '../ui/wrong.js';
import { type Subscription, WEBHOOK_REPLAY, WEBHOOK_SUBSCRIBE, WEBHOOK_UNSUBSCRIBE } from './documents.js';

export type SubscriptionAct = 'REPLAY' | 'UNSUBSCRIBE';

const asked = ['webhooks', 'WebhookSubscriptions', 'AuditEvents'];

export function Subscribe({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [secret, setSecret] = useState<string>();
  if (secret) {
    return (
      <ReceiptDialog title={t('webhooks.secretOf', { name })} closeLabel={t('webhooks.kept')} onClose={onClose}>
        <OneTimeText text={secret} label={t('webhooks.secret')} copyLabel={t('webhooks.copy')} hint={t('webhooks.once')} />
      </ReceiptDialog>
    );
  }
  const submit = () =>
    doing.run(async () => {
      const made = await carryOut(WEBHOOK_SUBSCRIBE, { input: { name: name.trim(), url: url.trim() } });
      void afresh(...asked);
      setSecret(made.secret ?? undefined);
    });
  return (
    <ActDialog
      title={t('webhooks.subscribe')}
      hint={t('webhooks.subscribeHint')}
      submitLabel={t('webhooks.subscribeSubmit')}
      doing={doing}
      fields={['name', 'url']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isIncomplete={name.trim() === '' || url.trim() === ''}
    >
      <TextField
        name="name"
        label={t('webhooks.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        required
        autoFocus
        autoComplete="off"
        {...wrong(doing.errorAt('name'), t('webhooks.nameHint'))}
      />
      <TextField
        name="url"
        type="url"
        label={t('webhooks.url')}
        value={url}
        onChange={(event) => setUrl(event.target.value)}
        required
        autoComplete="off"
        {...wrong(doing.errorAt('url'), t('webhooks.urlHint'))}
      />
    </ActDialog>
  );
}

interface ActOnProps {
  subscription: Subscription;
  onClose: () => void;
}

export function EndSubscription({ subscription: { id, name, waiting }, onClose }: ActOnProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const doing = useDoing();
  const afresh = useAfresh();
  const submit = () =>
    doing.run(async () => {
      await carryOut(WEBHOOK_UNSUBSCRIBE, { id });
      void afresh(...asked);
      onClose();
    });
  return (
    <ActDialog
      title={t('webhooks.endOf', { name })}
      hint={t('webhooks.endHint', { count: number(waiting) })}
      submitLabel={t('webhooks.end')}
      doing={doing}
      onSubmit={() => void submit()}
      onClose={onClose}
      isDangerous
    />
  );
}

/** Messages can be replayed for so many days. */
const keptDays = 90;

export function ReplaySince({ subscription: { id, name }, onClose }: ActOnProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const doing = useDoing();
  const notify = useNotify();
  const afresh = useAfresh();
  const [since, setSince] = useState(() => ({ day: dayAfter(cityDay(new Date()), -1), clock: '00:00' }));
  const submit = () =>
    doing.run(async () => {
      const { replayed } = await carryOut(WEBHOOK_REPLAY, { since: momentOf(since.day, since.clock || '00:00'), subscriptionId: id });
      void afresh(...asked);
      notify('webhooks.replayed', { messageArgs: { count: number(replayed) } });
      onClose();
    });
  return (
    <ActDialog
      title={t('webhooks.replayOf', { name })}
      hint={t('webhooks.replayHint')}
      submitLabel={t('webhooks.replay')}
      doing={doing}
      fields={['since']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isIncomplete={since.day === ''}
    >
      <MomentField
        name="since"
        label={t('webhooks.sinceWhen')}
        day={since.day}
        clock={since.clock}
        onChange={(day, clock) => setSince({ day, clock })}
        error={doing.errorAt('since')}
        hint={t('webhooks.sinceHint', { days: keptDays })}
      />
    </ActDialog>
  );
}
