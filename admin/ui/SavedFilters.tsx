// Filters a reader has named, kept on this machine; the address of a filtered list can also be sent to a colleague.
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, useState } from 'react';
import { useListContext, useResourceContext, useStore, useTranslate } from 'react-admin';

interface Saved {
  name: string;
  filter: Record<string, unknown>;
  sort: { field: string; order: 'ASC' | 'DESC' };
}

export function SavedFilters() {
  const t = useTranslate();
  const resource = useResourceContext()!;
  const { filterValues, sort, setFilters, setSort } = useListContext();
  const [saved, setSaved] = useStore<Saved[]>(`${resource}.savedFilters`, []);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isNaming, setNaming] = useState(false);
  const close = () => setAnchor(null);

  const use = (one: Saved) => {
    close();
    setFilters(one.filter);
    setSort(one.sort);
  };
  const keep = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    if (!name) return;
    setSaved([...saved.filter((one) => one.name !== name), { name, filter: filterValues, sort: sort as Saved['sort'] }]);
    setNaming(false);
  };

  return (
    <>
      <Button size="small" onClick={(event) => setAnchor(event.currentTarget)} aria-haspopup="menu">
        {t('ui.list.saved')}
      </Button>
      <Menu anchorEl={anchor} open={!!anchor} onClose={close}>
        {saved.length === 0 && (
          <Typography component="li" variant="body2" sx={{ px: 2, py: 1, maxWidth: 300, color: 'text.secondary' }}>
            {t('ui.list.saveNothing')}
          </Typography>
        )}
        {saved.map((one) => (
          <MenuItem key={one.name} onClick={() => use(one)}>
            {one.name}
          </MenuItem>
        ))}
        {saved.length > 0 && <Divider />}
        {saved.map((one) => (
          <MenuItem
            key={`remove ${one.name}`}
            dense
            sx={{ color: 'text.secondary' }}
            onClick={() => setSaved(saved.filter((other) => other !== one))}
          >
            {t('ui.list.remove', { name: one.name })}
          </MenuItem>
        ))}
        <MenuItem
          disabled={Object.keys(filterValues).length === 0}
          onClick={() => {
            close();
            setNaming(true);
          }}
        >
          {t('ui.list.save')}
        </MenuItem>
      </Menu>
      <Dialog open={isNaming} onClose={() => setNaming(false)} fullWidth maxWidth="xs">
        <form onSubmit={keep}>
          <DialogTitle>{t('ui.list.save')}</DialogTitle>
          <DialogContent>
            <TextField name="name" label={t('ui.list.saveName')} fullWidth autoFocus margin="dense" required />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setNaming(false)}>{t('ui.list.cancel')}</Button>
            <Button type="submit" variant="contained">
              {t('ui.list.keep')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
