// Systems that are told when an award answer changes; below them what was sent, what failed and why.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { Empty } from '../ui/Empty.js';
import { ExportMenu } from '../ui/ExportMenu.js';
import { FaultNote } from '../ui/FaultNote.js';
import { ChoiceFilter, ChoicesFilter } from '../ui/filters.js';
import { PageHead } from '../ui/PageHead.js';
import { SubList } from '../ui/SubList.js';
import { deliveryColumns } from './columns.js';
import { deliveryStates, webhookDocuments, WEBHOOK_SUBSCRIPTIONS, type Subscription } from './documents.js';
import { EndSubscription, ReplaySince, Subscribe, type SubscriptionAct } from './SubscriptionActs.js';
import { SubscriptionRow } from './SubscriptionRow.js';

export function WebhookPage() {
  const t = useTranslate();
  const mayChange = useMay('webhook.change');
  const { data, error, refetch } = useAsk(WEBHOOK_SUBSCRIPTIONS, {});
  const [isMaking, setMaking] = useState(false);
  const [chosen, setChosen] = useState<{ subscription: Subscription; act: SubscriptionAct }>();
  const subscriptions = data?.webhookSubscriptions ?? [];
  const close = () => setChosen(undefined);
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={t('webhooks.title')}
        hint={t('webhooks.hint')}
        actions={
          <>
            <ExportMenu list="webhooks" isDisabled={subscriptions.length === 0} />
            {mayChange && (
              <Button variant="contained" onClick={() => setMaking(true)}>
                {t('webhooks.subscribe')}
              </Button>
            )}
          </>
        }
      />
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={120} aria-busy="true" />}
      {data && (
        <Card>
          {subscriptions.length === 0 && <Empty title={t('webhooks.empty')} hint={t('webhooks.emptyHint')} />}
          <Box component="ul" data-part="subscriptions" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {subscriptions.map((subscription) => (
              <SubscriptionRow key={subscription.id} subscription={subscription} onAct={(act) => setChosen({ subscription, act })} />
            ))}
          </Box>
        </Card>
      )}
      {subscriptions.length > 0 && (
        <SubList
          resource="webhooks"
          title={t('webhooks.deliveries')}
          filter={{}}
          columns={deliveryColumns}
          documents={webhookDocuments}
          filters={
            <>
              <ChoiceFilter
                source="subscriptionId"
                label="webhooks.column.subscription"
                choices={subscriptions.map(({ id, name }) => ({ value: id, words: name }))}
              />
              <ChoicesFilter
                source="state"
                label="webhooks.column.state"
                choices={deliveryStates.map((value) => ({ value, words: t(`webhooks.state.${value}`) }))}
              />
            </>
          }
          empty={<Empty title={t('webhooks.noDelivery')} hint={t('webhooks.noDeliveryHint')} />}
          linkTo={() => null}
        />
      )}
      {isMaking && <Subscribe onClose={() => setMaking(false)} />}
      {chosen?.act === 'UNSUBSCRIBE' && <EndSubscription subscription={chosen.subscription} onClose={close} />}
      {chosen?.act === 'REPLAY' && <ReplaySince subscription={chosen.subscription} onClose={close} />}
    </Box>
  );
}
