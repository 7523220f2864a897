// All keys of other systems: what each may do, until when, when it was last used; making and revoking one.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { useMay } from '../data/viewer.js';
import { ActDialog } from '../ui/ActDialog.js';
import { Empty } from '../ui/Empty.js';
import { ExportMenu } from '../ui/ExportMenu.js';
import { FaultNote } from '../ui/FaultNote.js';
import { PageHead } from '../ui/PageHead.js';
import { ApiKeyCreate } from './ApiKeyCreate.js';
import { ApiKeyRow } from './ApiKeyRow.js';
import { API_KEYS, API_KEY_REVOKE, type ApiKey } from './documents.js';

export function ApiKeyList() {
  const t = useTranslate();
  const mayChange = useMay('apiKey.change');
  const { data, error, refetch } = useAsk(API_KEYS, {});
  const [isMaking, setMaking] = useState(false);
  const [leaving, setLeaving] = useState<ApiKey>();
  const keys = [...(data?.apiKeys ?? [])].sort(
    (a, b) => Number(!!a.endedAt) - Number(!!b.endedAt) || b.createdAt.localeCompare(a.createdAt),
  );
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={t('apiKeys.title')}
        hint={t('apiKeys.hint')}
        actions={
          <>
            <ExportMenu list="apiKeys" isDisabled={keys.length === 0} />
            {mayChange && (
              <Button variant="contained" onClick={() => setMaking(true)}>
                {t('apiKeys.create')}
              </Button>
            )}
          </>
        }
      />
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      <Card>
        {!data && !error && <Box role="status" aria-busy="true" aria-label={t('ui.loading')} sx={{ minHeight: 120 }} />}
        {data && keys.length === 0 && <Empty title={t('apiKeys.empty')} hint={t('apiKeys.emptyHint')} />}
        <Box component="ul" data-part="keys" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {keys.map((key) => (
            <ApiKeyRow key={key.id} apiKey={key} onRevoke={() => setLeaving(key)} />
          ))}
        </Box>
      </Card>
      {isMaking && <ApiKeyCreate onClose={() => setMaking(false)} />}
      {leaving && <Revoke apiKey={leaving} onClose={() => setLeaving(undefined)} />}
    </Box>
  );
}

function Revoke({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const submit = async () => {
    if (!(await doing.run(async () => void (await carryOut(API_KEY_REVOKE, { id: apiKey.id }))))) return;
    onClose();
    void afresh('ApiKeys', 'AuditEvents');
  };
  return (
    <ActDialog
      title={t('apiKeys.revokeOf', { name: apiKey.name })}
      hint={t('apiKeys.revokeHint', { prefix: apiKey.prefix })}
      submitLabel={t('apiKeys.revoke')}
      doing={doing}
      onSubmit={() => void submit()}
      onClose={onClose}
      isDangerous
    />
  );
}
