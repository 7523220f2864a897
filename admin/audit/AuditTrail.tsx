// The trail of one object: who did what to it, newest first. Only for those who may see it.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { MomentVi } from '../ui/DateVi.js';
import { FaultNote } from '../ui/FaultNote.js';
import { Section } from '../ui/Section.js';
import { AUDIT_EVENTS } from './documents.js';

interface AuditTrailProps {
  /** As the record writes it: "officer:ID". */
  subject: string;
  title?: string;
  hint?: string;
}

const shownFirst = 5;
const shownAll = 50;

export function AuditTrail({ subject, title, hint }: AuditTrailProps) {
  const t = useTranslate();
  const may = useMay('audit.read');
  const [first, setFirst] = useState(shownFirst);
  const { data, error, isPending } = useAsk(AUDIT_EVENTS, { first, subject }, may);
  if (!may) return null;
  // Whoever may see only some trails is not told of each one that it is closed.
  if (error?.code === 'FORBIDDEN') return null;
  const events = data?.auditEvents.nodes ?? [];
  const total = data?.auditEvents.totalCount ?? 0;
  return (
    <Section title={title ?? t('auditLog.trail')} hint={hint ?? t('auditLog.trailHint')}>
      {error && <FaultNote error={error} />}
      {isPending && <Box role="status" aria-busy="true" aria-label={t('ui.loading')} sx={{ minHeight: 60 }} />}
      {data && events.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{t('auditLog.none')}</Typography>}
      <Box component="ol" data-part="trail" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {events.map((event) => (
          <Box
            component="li"
            key={event.id}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: '1fr', sm: '150px 1fr' },
              columnGap: 2,
              py: 1.25,
              borderTop: 1,
              borderColor: 'divider',
              '&:first-of-type': { borderTop: 0 },
            }}
          >
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              <MomentVi value={event.at} />
            </Typography>
            <Box sx={{ minWidth: 0 }}>
              <Typography>{event.summary}</Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {event.actorName}
              </Typography>
            </Box>
          </Box>
        ))}
      </Box>
      {total > events.length && events.length > 0 && (
        <Box className="no-print" sx={{ mt: 1 }}>
          {first < shownAll ? (
            <Button onClick={() => setFirst(shownAll)}>{t('auditLog.more', { count: total - events.length })}</Button>
          ) : (
            <Button component={Link} to={`/auditLog?filter=${encodeURIComponent(JSON.stringify({ subject }))}`}>
              {t('auditLog.all', { count: total })}
            </Button>
          )}
        </Box>
      )}
    </Section>
  );
}
