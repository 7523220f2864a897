// All orders to mail systems; what waits for a person first, until the reader asks for something else. Many are tried again or let through at once.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { MAIL_SYSTEMS } from '../mail-systems/documents.js';
import { PausedBanner } from '../mail-systems/PausedBanner.js';
import { ordersPath } from '../mail-systems/paths.js';
import { Empty } from '../ui/Empty.js';
import { useFormat } from '../ui/format.js';
import { ListPage } from '../ui/ListPage.js';
import { useSelection } from '../ui/selection.js';
import { SelectionBar } from '../ui/SelectionBar.js';
import { orderColumns } from './columns.js';
import { type MailOrder, type OrderAction, orderDocuments } from './documents.js';
import { OrdersDialog } from './OrderDialogs.js';
import { OrderFigures } from './OrderFigures.js';
import { OrderFilters } from './OrderFilters.js';

const forPerson = { needsPerson: true };

export function OrderList() {
  const t = useTranslate();
  const { number } = useFormat();
  const mayChange = useMay('mailOrder.change');
  const paused = useAsk(MAIL_SYSTEMS, {}).data?.isProvisioningPaused;
  const selection = useSelection<MailOrder>(({ number: order, mailbox }) =>
    t('mailOrders.choose', { number: order, address: mailbox.address }),
  );
  const [doing, setDoing] = useState<{ act: 'RETRY' | 'APPROVE'; orders: MailOrder[] }>();
  const chosen = [...selection.chosen.values()];
  const able = (action: OrderAction) => chosen.filter(({ availableActions }) => availableActions.includes(action));
  const acts = (['RETRY', 'APPROVE'] as const).filter((act) => able(act).length > 0);
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PausedBanner isPaused={paused} />
      <div>
        <ListPage
          title={t('mailOrders.title')}
          columns={orderColumns}
          documents={orderDocuments}
          filters={<OrderFilters />}
          filterDefaultValues={forPerson}
          selection={mayChange ? selection : undefined}
          above={
            <>
              <NoTrouble />
              <SelectionBar selection={selection} documents={orderDocuments}>
                {acts.map((act) => (
                  <Button
                    key={act}
                    variant={act === 'RETRY' ? 'contained' : 'outlined'}
                    onClick={() => setDoing({ act, orders: able(act) })}
                  >
                    {t(`mailOrders.many.${act}`, { count: number(able(act).length) })}
                  </Button>
                ))}
                {acts.length === 0 && <Box sx={{ color: 'text.secondary' }}>{t('mailOrders.nothingToDo')}</Box>}
              </SelectionBar>
            </>
          }
          actions={
            <>
              <Button component={Link} to={ordersPath(forPerson)} variant="outlined">
                {t('mailOrders.toTrouble')}
              </Button>
              <Button component={Link} to="/mailOrders?filter=%7B%7D" variant="outlined">
                {t('mailOrders.toAll')}
              </Button>
            </>
          }
          empty={<Empty title={t('mailOrders.empty')} hint={t('mailOrders.emptyHint')} />}
        />
      </div>
      <OrderFigures />
      {doing && <OrdersDialog {...doing} onDone={selection.clear} onClose={() => setDoing(undefined)} />}
    </Box>
  );
}

/** Nothing waits for a person: that is good news, not a filter without rows. */
function NoTrouble() {
  const t = useTranslate();
  const { total, filterValues } = useListContext<MailOrder>();
  const isOnlyThat = Object.keys(filterValues).join() === 'needsPerson' && (filterValues as { needsPerson?: boolean }).needsPerson;
  return total === 0 && isOnlyThat ? <Alert severity="success">{t('mailOrders.noTrouble')}</Alert> : null;
}
