// Turning the pages of a list, as far as the server pages by number.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useListContext, useTranslate } from 'react-admin';
import { offsetLimit } from '../data/build-query.js';
import { useFormat } from './format.js';

const sizes = [25, 50, 100];

export function Pages() {
  const t = useTranslate();
  const { number } = useFormat();
  const { page, perPage, total, setPage, setPerPage, isPending } = useListContext();
  if (isPending || !total) return null;
  const from = (page - 1) * perPage + 1;
  const to = Math.min(page * perPage, total);
  // One page needs no turning; on a phone the head already says how many there are.
  const isOnePage = page === 1 && to >= total;
  const isTooFar = page * perPage > offsetLimit && to < total;
  return (
    <Box
      className="no-print"
      sx={{
        display: isOnePage ? { xs: 'none', sm: 'flex' } : 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 2,
        px: 2,
        py: 1.5,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Typography variant="body2" sx={{ flex: 1, minWidth: 140 }}>
        {t('ui.list.range', { from: number(from), to: number(to), total: number(total) })}
      </Typography>
      {total > sizes[0]! && (
        <TextField
          select
          size="small"
          variant="standard"
          label={t('ui.list.perPage')}
          value={sizes.includes(perPage) ? perPage : sizes[0]}
          onChange={(event) => setPerPage(Number(event.target.value))}
          sx={{ minWidth: 110 }}
        >
          {sizes.map((size) => (
            <MenuItem key={size} value={size}>
              {size}
            </MenuItem>
          ))}
        </TextField>
      )}
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button size="small" variant="outlined" disabled={page <= 1} onClick={() => setPage(page - 1)}>
          {t('ui.list.previous')}
        </Button>
        <Button size="small" variant="outlined" disabled={to >= total || isTooFar} onClick={() => setPage(page + 1)}>
          {t('ui.list.next')}
        </Button>
      </Box>
      {isTooFar && (
        <Typography variant="body2" sx={{ flexBasis: '100%', color: 'text.secondary' }}>
          {t('ui.list.far', { limit: number(offsetLimit) })}
        </Typography>
      )}
    </Box>
  );
}
