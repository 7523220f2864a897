// Papers about something: each with how it stands, PDF and DOCX in one click, and for the secretary its signature and another version.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Refused, toFault } from '../data/faults.js';
import { downloadFile } from '../data/files.js';
import { ScanButton } from '../decisions/ScanButton.js';
import { useFormat } from '../ui/format.js';
import { Mark, type MarkLook } from '../ui/Mark.js';
import type { Paper, PaperState } from './documents.js';
import { AnewDialog, SignatureDialog } from './PaperDialogs.js';

const looks: Record<PaperState, MarkLook> = { DRAFT: 'quiet', READY: 'wait', ISSUED: 'good', SIGNED: 'good' };

interface PaperListProps {
  papers: readonly Paper[];
  /** Whose it is, where papers of several stand together. */
  ofWhom?: (paper: Paper) => string;
  /** A file was fetched: what stood may have been issued by it. */
  onFetched: () => void;
}

export function PaperList({ papers, ofWhom, onFetched }: PaperListProps) {
  const [act, setAct] = useState<{ sign?: Paper; anew?: Paper }>({});
  const close = () => setAct({});
  return (
    <>
      <Box component="ul" data-part="papers" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {papers.map((paper) => (
          <PaperLine
            key={`${paper.kind} ${paper.aboutId}`}
            paper={paper}
            whose={ofWhom?.(paper)}
            onFetched={onFetched}
            onSign={() => setAct({ sign: paper })}
            onAnew={() => setAct({ anew: paper })}
          />
        ))}
      </Box>
      {act.sign && <SignatureDialog paper={act.sign} onClose={close} onDone={onFetched} />}
      {act.anew && <AnewDialog paper={act.anew} onClose={close} onDone={onFetched} />}
    </>
  );
}

interface PaperLineProps {
  paper: Paper;
  whose: string | undefined;
  onFetched: () => void;
  onSign: () => void;
  onAnew: () => void;
}

function PaperLine({ paper, whose, onFetched, onSign, onAnew }: PaperLineProps) {
  const t = useTranslate();
  const { day, number } = useFormat();
  const said = [
    paper.datedOn && t('papers.dated', { day: day(paper.datedOn) }),
    paper.version !== null && paper.version > 1 && t('papers.version', { version: number(paper.version) }),
    paper.code && t('papers.code', { code: paper.code }),
    paper.signedOn && t(paper.signedBy ? 'papers.signedOn' : 'papers.signedUnnamed', { day: day(paper.signedOn), name: paper.signedBy }),
  ];
  return (
    <Box component="li" data-kind={paper.kind} sx={{ display: 'grid', gap: 0.75, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.25, alignItems: 'baseline' }}>
        <Typography component="span" sx={{ fontWeight: 600 }}>
          {[whose, paper.title, paper.number].filter(Boolean).join(' · ')}
        </Typography>
        <Mark look={looks[paper.state]}>{t(`papers.state.${paper.state}`)}</Mark>
      </Box>
      {said.some(Boolean) && (
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {said.filter(Boolean).join(' · ')}
        </Typography>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <FileButton paper={paper} whose={whose} ending="pdf" onFetched={onFetched} />
        <FileButton paper={paper} whose={whose} ending="docx" onFetched={onFetched} />
        {paper.availableActions.includes('RECORD_SIGNATURE') && (
          <Button size="small" onClick={onSign}>
            {t('papers.sign.act')}
          </Button>
        )}
        {paper.availableActions.includes('MAKE_ANEW') && (
          <Button size="small" onClick={onAnew}>
            {t('papers.anew.act')}
          </Button>
        )}
      </Box>
      {paper.scan && (
        <Box>
          <ScanButton {...paper.scan} />
        </Box>
      )}
    </Box>
  );
}

interface FileButtonProps {
  paper: Paper;
  whose: string | undefined;
  ending: 'pdf' | 'docx';
  onFetched: () => void;
}

function FileButton({ paper, whose, ending, onFetched }: FileButtonProps) {
  const t = useTranslate();
  const notify = useNotify();
  const [isBusy, setBusy] = useState(false);
  const word = ending.toUpperCase();
  const fetchIt = async () => {
    setBusy(true);
    try {
      await downloadFile(`${paper.path}.${ending}`, `${paper.kind.toLowerCase()}.${ending}`);
      if (paper.state === 'READY' || paper.kind === 'CASE_FILE') onFetched();
    } catch (error) {
      notify(error instanceof Refused ? error.message : `shell.fault.${toFault(error).code}`, { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      size="small"
      variant="outlined"
      disabled={isBusy}
      onClick={() => void fetchIt()}
      aria-label={t('papers.file', { title: [paper.title, whose].filter(Boolean).join(', '), ending: word })}
    >
      {isBusy ? t('ui.working') : word}
    </Button>
  );
}
