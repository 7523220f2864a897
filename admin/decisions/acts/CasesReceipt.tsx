// What became of an act on many cases: how many went through, which were refused and why, with names.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ReceiptDialog } from '../../ui/ActDialog.js';
import { useFormat } from '../../ui/format.js';
import type { CasesDone } from './use-case-act.js';

interface CasesReceiptProps {
  title: string;
  receipt: CasesDone;
  /** Those refused are cases that can be opened; in a proposal they are none yet. */
  hasPages?: boolean;
  /** What comes next, as a button. */
  onwards?: ReactNode;
  onClose: () => void;
}

export function CasesReceipt({ title, receipt: { count, numbers, refused }, hasPages = true, onwards, onClose }: CasesReceiptProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const [first, last] = [numbers[0], numbers.at(-1)];
  return (
    <ReceiptDialog title={title} closeLabel={t('decisions.receipt.close')} onClose={onClose}>
      <Box data-part="receipt" sx={{ display: 'grid', gap: 2 }}>
        <Alert severity={count > 0 ? 'success' : 'info'} variant="outlined">
          {t('decisions.receipt.done', { count: number(count) })}
          {first && last && ` ${t(first === last ? 'decisions.receipt.number' : 'decisions.receipt.numbers', { first, last })}`}
        </Alert>
        {onwards && <div>{onwards}</div>}
        {refused.length > 0 && (
          <div>
            <Typography sx={{ fontWeight: 600, mb: 1 }}>{t('decisions.receipt.refused', { count: number(refused.length) })}</Typography>
            <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.75 }}>
              {refused.map(({ name, reason, caseId }, place) => (
                <li key={place}>
                  {hasPages && caseId ? <Link to={`/decisions/${caseId}/show`}>{name}</Link> : <b>{name}</b>}: {reason}
                </li>
              ))}
            </Box>
          </div>
        )}
      </Box>
    </ReceiptDialog>
  );
}
