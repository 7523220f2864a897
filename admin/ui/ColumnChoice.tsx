// Which columns of a list are shown; remembered on this machine.
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useResourceContext, useStore, useTranslate } from 'react-admin';
import type { Column } from './column.js';

export function useHiddenColumns<Row>(resource: string, columns: Column<Row>[]): [string[], (next: string[]) => void] {
  const extra = columns.filter((column) => column.isExtra).map((column) => column.source);
  const [hidden, setHidden] = useStore<string[] | null>(`${resource}.hiddenColumns`, null);
  return [hidden ?? extra, setHidden];
}

export function ColumnChoice<Row>({ columns }: { columns: Column<Row>[] }) {
  const t = useTranslate();
  const resource = useResourceContext()!;
  const [hidden, setHidden] = useHiddenColumns(resource, columns);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const toggle = (source: string) => setHidden(hidden.includes(source) ? hidden.filter((one) => one !== source) : [...hidden, source]);
  return (
    <>
      <Button size="small" onClick={(event) => setAnchor(event.currentTarget)} aria-haspopup="menu">
        {t('ui.list.columns')}
      </Button>
      <Menu anchorEl={anchor} open={!!anchor} onClose={() => setAnchor(null)}>
        {columns.slice(1).map((column) => (
          <MenuItem
            key={column.source}
            dense
            role="menuitemcheckbox"
            aria-checked={!hidden.includes(column.source)}
            onClick={() => toggle(column.source)}
          >
            <Checkbox
              size="small"
              checked={!hidden.includes(column.source)}
              tabIndex={-1}
              slotProps={{ input: { 'aria-hidden': true } }}
              sx={{ p: 0.5, mr: 1 }}
            />
            <ListItemText>{t(column.label)}</ListItemText>
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
