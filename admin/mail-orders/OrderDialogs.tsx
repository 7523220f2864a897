// What a person does about orders: try them again, let them through the brake, close one by what is known. Ends with what became of each.
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { carryOutEach } from '../data/bulk.js';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { LongText } from '../decisions/acts/LongText.js';
import { toldOfMail } from '../mail-systems/afresh.js';
import { ActDialog } from '../ui/ActDialog.js';
import { EachReceipt } from '../ui/EachReceipt.js';
import { useFormat } from '../ui/format.js';
import { MAIL_ORDER_APPROVE, MAIL_ORDER_RETRY, MAIL_ORDER_SETTLE, type MailOrder } from './documents.js';

interface ManyProps {
  act: 'RETRY' | 'APPROVE';
  orders: readonly MailOrder[];
  onDone: () => void;
  onClose: () => void;
}

export function OrdersDialog({ act, orders, onDone, onClose }: ManyProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const doing = useDoing();
  const notify = useNotify();
  const afresh = useAfresh();
  const [isSure, setSure] = useState(false);
  const [refused, setRefused] = useState<{ done: number; reasons: [MailOrder, string][] }>();
  const mailboxes = number(new Set(orders.map(({ mailbox }) => mailbox.id)).size);
  const count = number(orders.length);
  const title = t(`mailOrders.many.${act}`, { count });
  const submit = () =>
    doing.run(async () => {
      const ids = orders.map(({ id }) => id);
      const { payload, refusals } = await carryOutEach(act === 'RETRY' ? MAIL_ORDER_RETRY : (MAIL_ORDER_APPROVE as never), { ids });
      await afresh(...toldOfMail);
      onDone();
      const done = (payload as { orders: unknown[] }).orders.length;
      if (refusals.size > 0) return setRefused({ done, reasons: [...refusals].map(([place, reason]) => [orders[place]!, reason]) });
      notify(t(`mailOrders.told.${act}`, { count: number(done) }));
      onClose();
    });
  if (refused) {
    return (
      <EachReceipt
        title={title}
        done={refused.done}
        doneWords={t(`mailOrders.told.${act}`, { count: number(refused.done) })}
        refusedWords={t('mailOrders.refused', { count: number(refused.reasons.length) })}
        refused={refused.reasons.map(([order, why]) => ({ id: order.id, what: `${order.number}. ${order.mailbox.address}`, why }))}
        onClose={onClose}
      />
    );
  }
  return (
    <ActDialog
      title={title}
      hint={t(`mailOrders.manyHint.${act}`, { mailboxes })}
      submitLabel={title}
      doing={doing}
      onSubmit={() => void submit()}
      onClose={onClose}
      isDangerous={act === 'APPROVE'}
      isIncomplete={act === 'APPROVE' && !isSure}
    >
      <Named orders={orders} />
      {act === 'APPROVE' && (
        <FormControlLabel
          control={<Checkbox checked={isSure} onChange={(event) => setSure(event.target.checked)} />}
          label={t('mailOrders.sure', { mailboxes })}
        />
      )}
    </ActDialog>
  );
}

function Named({ orders }: { orders: readonly MailOrder[] }) {
  const t = useTranslate();
  const { number } = useFormat();
  const label = t('mailOrders.named', { count: number(orders.length) });
  return (
    <Box
      component="ol"
      data-part="named"
      tabIndex={0}
      aria-label={label}
      sx={{
        listStyle: 'none',
        m: 0,
        p: 1.5,
        maxHeight: 240,
        overflowY: 'auto',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        display: 'grid',
        gap: 0.75,
      }}
    >
      {orders.map(({ id, number: order, kind, mailbox }) => (
        <li key={id}>
          {order}. {t(`decisions.order.${kind}`)}
          <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {[mailbox.officer?.fullName, mailbox.address].filter(Boolean).join(' · ')}
          </Typography>
        </li>
      ))}
    </Box>
  );
}

export function SettleDialog({ order, onClose }: { order: MailOrder; onClose: () => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const notify = useNotify();
  const afresh = useAfresh();
  const [how, setHow] = useState('');
  const [note, setNote] = useState('');
  const submit = () =>
    doing.run(async () => {
      await carryOut(MAIL_ORDER_SETTLE, { id: order.id, done: how === 'done', note: note.trim() });
      await afresh(...toldOfMail);
      notify('mailOrders.settle.told');
      onClose();
    });
  return (
    <ActDialog
      title={t('mailOrders.settle.title', { number: order.number })}
      hint={t('mailOrders.settle.hint')}
      submitLabel={t('mailOrders.act.SETTLE')}
      doing={doing}
      fields={['note']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isIncomplete={how === '' || note.trim() === ''}
    >
      <FormControl>
        <FormLabel id="settle-how">{t('mailOrders.settle.how')}</FormLabel>
        <RadioGroup aria-labelledby="settle-how" value={how} onChange={(event) => setHow(event.target.value)}>
          <FormControlLabel value="done" control={<Radio />} label={t('mailOrders.settle.done')} />
          <FormControlLabel value="not" control={<Radio />} label={t('mailOrders.settle.notDone')} />
        </RadioGroup>
      </FormControl>
      <LongText
        name="note"
        label={t('mailOrders.settle.note')}
        value={note}
        onChange={setNote}
        error={doing.errorAt('note')}
        hint={t('mailOrders.settle.noteHint')}
        rows={2}
      />
    </ActDialog>
  );
}
