// The overview of whoever has no figures of their own: what can be opened, and what is found there.
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Checklist } from '../start/Checklist.js';
import { usePlaces } from '../shell/places.js';
import { MailWork } from './MailWork.js';
import { PageHead } from '../ui/PageHead.js';

/** `isBelow`: something else is the head of the page. */
export function PlacesDashboard({ name, isBelow = false }: { name: string; isBelow?: boolean }) {
  const t = useTranslate();
  const places = usePlaces().filter((place) => place.to !== '/');
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {!isBelow && <PageHead title={t('dashboard.greeting', { name })} />}
      <MailWork />
      <Checklist />
      <Typography variant="h2">{t('dashboard.places')}</Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))' }}>
        {places.map(({ to, label, about, icon: Icon }) => (
          <Card
            key={to}
            component={Link}
            to={to}
            sx={{ p: 3, textDecoration: 'none', color: 'text.primary', '&:hover': { borderColor: 'primary.main' } }}
          >
            <Box sx={{ color: 'primary.main', mb: 1 }}>
              <Icon />
            </Box>
            <Typography variant="h2" component="h3">
              {t(label)}
            </Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
              {t(about)}
            </Typography>
          </Card>
        ))}
      </Box>
    </Box>
  );
}
