// Dockets: what each session of a committee hears, those with open cases first.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { Loading } from '../shell/Loading.js';
import { Empty } from '../ui/Empty.js';
import { ExportMenu } from '../ui/ExportMenu.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { Section } from '../ui/Section.js';
import { type Docket, DOCKETS } from './docket.documents.js';
import { docketPath, inOrderOfStates } from './docket.js';
import { StateCounts } from './StateCounts.js';

export function DocketsPage() {
  const t = useTranslate();
  const { number } = useFormat();
  const maySet = useMay('decision.setDocket');
  const { data, error, refetch } = useAsk(DOCKETS, {});
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const open = data.dockets.filter(({ pending }) => pending > 0);
  const over = data.dockets.filter(({ pending }) => pending === 0);
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={t('decisions.dockets.title')}
        hint={t(maySet ? 'decisions.dockets.hintSetting' : 'decisions.dockets.hint')}
        trail={[{ to: '/decisions', words: t('decisions.title') }]}
        actions={<ExportMenu list="dockets" isDisabled={data.dockets.length === 0} />}
      />
      {data.dockets.length === 0 && (
        <Section>
          <Empty
            title={t('decisions.dockets.none')}
            hint={t('decisions.dockets.noneHint')}
            action={
              <Button component={Link} to="/decisions" variant="outlined">
                {t('decisions.work.toList')}
              </Button>
            }
          />
        </Section>
      )}
      {open.length > 0 && (
        <Section isTight title={t('decisions.dockets.open', { count: number(open.length) })}>
          <Dockets dockets={open} />
        </Section>
      )}
      {over.length > 0 && (
        <Section isTight title={t('decisions.dockets.over', { count: number(over.length) })}>
          <Dockets dockets={over} />
        </Section>
      )}
    </Box>
  );
}

function Dockets({ dockets }: { dockets: readonly Docket[] }) {
  const t = useTranslate();
  const { number } = useFormat();
  return (
    <Box component="ul" data-part="dockets" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {dockets.map(({ name, committee, kinds, cases, contested, states }) => (
        <Box
          component="li"
          key={`${committee.id} ${name}`}
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' },
            gap: 2,
            alignItems: 'center',
            px: { xs: 2, sm: 3 },
            py: 1.5,
            borderTop: 1,
            borderColor: 'divider',
          }}
        >
          <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            <Link to={docketPath({ name, committeeId: committee.id })}>
              <b>{name}</b>
            </Link>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {[
                committee.name,
                t('decisions.dockets.cases', { count: number(cases) }),
                contested > 0 && t('decisions.dockets.contested', { count: number(contested) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {kinds.map((kind) => t(`decisions.kind.${kind}`)).join(', ')}
            </Typography>
          </Box>
          <StateCounts states={inOrderOfStates(states)} />
        </Box>
      ))}
    </Box>
  );
}
