// A whole list as a file, CSV or Excel: the server writes it, this asks for it with what narrows the list, shows how far it is and says how it ended.
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useId, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Refused, toFault } from '../data/faults.js';
import { downloadList, type FileProgress } from '../data/files.js';
import { useFormat } from './format.js';

const formats = ['xlsx', 'csv'] as const;

interface ExportMenuProps {
  /** As the server calls it. */
  list: string;
  /** The arguments of the list on the screen. */
  conditions?: object;
  isDisabled?: boolean;
  /** What the button says, where a page has several. */
  words?: string;
}

export function ExportMenu({ list, conditions = {}, isDisabled = false, words: named = 'ui.list.export' }: ExportMenuProps) {
  const t = useTranslate();
  const notify = useNotify();
  const { number } = useFormat();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [progress, setProgress] = useState<FileProgress | 'asked'>();

  const run = async (format: (typeof formats)[number]) => {
    setAnchor(null);
    setProgress('asked');
    try {
      const rows = await downloadList(list, format, conditions, setProgress);
      notify('ui.list.exported', { messageArgs: { count: number(rows) } });
    } catch (error) {
      const isCut = error instanceof Error && error.message === 'ui.list.exportCut';
      notify(error instanceof Refused || isCut ? (error as Error).message : toFault(error).message, { type: 'error' });
    } finally {
      setProgress(undefined);
    }
  };

  const words =
    progress === undefined
      ? t(named)
      : progress === 'asked'
        ? t('ui.list.exportAsked')
        : t('ui.list.exporting', { total: number(progress.rows), size: number(Math.ceil(progress.bytes / 1024)) });
  return (
    <>
      <Button
        size="small"
        id={`${id}-button`}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        {...(anchor && { 'aria-controls': `${id}-menu` })}
        onClick={(event) => setAnchor(event.currentTarget)}
        disabled={isDisabled || progress !== undefined}
      >
        <span aria-live="polite">{words}</span>
      </Button>
      <Menu
        // Inside the page, so that whoever reads by landmarks finds it.
        disablePortal
        id={`${id}-menu`}
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-labelledby': `${id}-button` } }}
      >
        {formats.map((format) => (
          <MenuItem key={format} onClick={() => void run(format)}>
            {t(`ui.list.exportAs.${format}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
