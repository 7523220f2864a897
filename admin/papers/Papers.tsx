// The papers of a case, of a docket and of a class, each read on its own so that the page does not wait for them.
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { useAfresh } from '../data/command.js';
import { useMay } from '../data/viewer.js';
import { Section } from '../ui/Section.js';
import { CASE_PAPERS, CLASS_PAPERS, DOCKET_PAPERS, type Paper } from './documents.js';
import { PaperList } from './PaperList.js';

/** What is told when a paper was issued, signed or made anew. */
const told = ['CasePapers', 'DocketPapers', 'ClassPapers', 'AuditEvents'] as const;

function PaperSection({ papers, ofWhom, hint }: { papers: readonly Paper[] | undefined; ofWhom?: (paper: Paper) => string; hint: string }) {
  const t = useTranslate();
  const afresh = useAfresh();
  if (!papers || papers.length === 0) return null;
  return (
    <Section title={t('papers.title')} hint={hint}>
      <PaperList papers={papers} {...(ofWhom && { ofWhom })} onFetched={() => void afresh(...told)} />
    </Section>
  );
}

export function CasePapersSection({ id }: { id: string }) {
  const t = useTranslate();
  const may = useMay('paper.read');
  const { data } = useAsk(CASE_PAPERS, { id }, may);
  return <PaperSection papers={data?.decision?.papers} hint={t('papers.hint')} />;
}

export function DocketPapersSection({ committeeId, name }: { committeeId: string; name: string }) {
  const t = useTranslate();
  const may = useMay('paper.read');
  const { data } = useAsk(DOCKET_PAPERS, { committeeId, name }, may);
  return <PaperSection papers={data?.dockets[0]?.papers} hint={t('papers.docketHint')} />;
}

/** The certificates of a class, once it was completed. */
export function ClassPapersSection({ id, isCompleted }: { id: string; isCompleted: boolean }) {
  const t = useTranslate();
  const may = useMay('paper.read') && isCompleted;
  const { data } = useAsk(CLASS_PAPERS, { id }, may);
  const roster = data?.trainingClass?.roster ?? [];
  const names = new Map(roster.map(({ id: line, officer }) => [line, officer.fullName]));
  return (
    <PaperSection
      papers={roster.flatMap(({ papers }) => papers)}
      ofWhom={({ aboutId }) => names.get(aboutId) ?? ''}
      hint={t('papers.classHint')}
    />
  );
}
