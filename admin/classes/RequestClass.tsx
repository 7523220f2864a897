// A class for people who are named already: one of a finding, or many chosen in a list.
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAfresh, useDoing } from '../data/command.js';
import { useMay } from '../data/viewer.js';
import { ActDialog } from '../ui/ActDialog.js';
import { useFormat } from '../ui/format.js';
import { ClassChoice, useOpenClasses } from './ClassChoice.js';
import type { ProposedStart } from './ClassCreate.js';
import { PlacedReceipt, type Receipt } from './PlacedReceipt.js';
import { requestSeats, toldOfSeats, type Wanted } from './request.js';

interface RequestClassProps {
  wanted: Wanted[];
  onClose: () => void;
  /** After the seats were asked for. */
  onDone?: () => void;
}

export function RequestClass({ wanted, onClose, onDone }: RequestClassProps) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const { number } = useFormat();
  const mayCreate = useMay('class.create');
  const [classId, setClassId] = useState<string>();
  const [receipt, setReceipt] = useState<Receipt>();
  const chosen = useOpenClasses().classes?.find(({ id }) => id === classId);
  if (receipt) return <PlacedReceipt receipt={receipt} onClose={onClose} />;
  const submit = () =>
    doing.run(async () => {
      const made = await requestSeats(classId!, wanted);
      void afresh(...toldOfSeats);
      setReceipt(made);
      onDone?.();
    });
  const over = chosen ? wanted.length - chosen.seatsLeft : 0;
  const [only] = wanted;
  // The people go along to the form, and get their seats when the class is made.
  const proposed: ProposedStart = {
    title: '',
    capacity: Math.max(30, wanted.length),
    officerIds: wanted.map(({ officerId }) => officerId),
  };
  return (
    <ActDialog
      title={
        wanted.length === 1
          ? t('classes.request.forOne', { name: only!.name })
          : t('classes.request.forMany', { count: number(wanted.length) })
      }
      hint={t('classes.request.classHint')}
      submitLabel={wanted.length === 1 ? t('classes.request.submitOne') : t('classes.request.submit', { count: number(wanted.length) })}
      doing={doing}
      onSubmit={() => void submit()}
      onClose={onClose}
      isIncomplete={!chosen}
    >
      <ClassChoice value={classId} onChange={setClassId} />
      {over > 0 && <Alert severity="info">{t('classes.request.over', { count: number(over) })}</Alert>}
      {mayCreate && (
        <Button component={Link} to="/classes/create" state={{ proposed }} sx={{ justifySelf: 'start' }}>
          {t('classes.request.newClass')}
        </Button>
      )}
    </ActDialog>
  );
}
