// A sheet of paper: A4, black on white whatever the look of the screen, the type of administrative documents; on the screen a preview of it.
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface PaperProps {
  children: ReactNode;
  /** What the sheet is, for those who listen; on a narrow screen it is moved sideways. */
  label: string;
  isLandscape?: boolean;
  /** Marks the sheet for those who look for it. */
  part?: string;
}

export function Paper({ children, label, isLandscape = false, part }: PaperProps) {
  return (
    <Box
      className={isLandscape ? 'paper paper-landscape' : 'paper'}
      data-part={part}
      role="region"
      aria-label={label}
      tabIndex={0}
      sx={{
        bgcolor: '#fff',
        color: '#000',
        colorScheme: 'light',
        fontFamily: "'Times New Roman', 'Liberation Serif', Tinos, serif",
        fontSize: '13pt',
        lineHeight: 1.35,
        width: '100%',
        maxWidth: isLandscape ? '297mm' : '210mm',
        minHeight: { sm: isLandscape ? '210mm' : '297mm' },
        mx: 'auto',
        p: { xs: 2, sm: '14mm 12mm' },
        border: 1,
        borderColor: 'divider',
        overflowX: 'auto',
        '@media print': { p: 0, border: 0, minHeight: 0, maxWidth: 'none', overflow: 'visible' },
        '& table': { borderCollapse: 'collapse', width: '100%' },
        '& th, & td': { border: '1px solid #000', p: '1.5mm 2mm', verticalAlign: 'middle', fontSize: '11pt', lineHeight: 1.25 },
        '& th': { fontWeight: 700, textAlign: 'center' },
        '& thead': { display: 'table-header-group' },
        '& tr': { breakInside: 'avoid' },
      }}
    >
      {children}
    </Box>
  );
}

/** The two columns at the head of a document: the body that issues it, and the name of the country. */
export function PaperHead({ body, country, motto }: { body: string; country: string; motto: string }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'minmax(0, 1fr) max-content' },
        gap: 2,
        textAlign: 'center',
        mb: '6mm',
        fontSize: '12pt',
        fontWeight: 700,
      }}
    >
      <Box sx={{ textTransform: 'uppercase' }}>{body}</Box>
      <Box>
        <Box sx={{ textTransform: 'uppercase' }}>{country}</Box>
        <Box sx={{ fontSize: '13pt', display: 'inline-block', borderBottom: '1px solid #000', pb: '1mm' }}>{motto}</Box>
      </Box>
    </Box>
  );
}
