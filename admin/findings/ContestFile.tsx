// What was said against a finding, the paper that came with it, and the answer.
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { ScanButton } from '../decisions/ScanButton.js';
import { DateVi } from '../ui/DateVi.js';
import { Facts } from '../ui/Facts.js';
import { Section } from '../ui/Section.js';
import { FINDING_CONTEST_FILE } from './contest.documents.js';

export function ContestFile({ findingId }: { findingId: string }) {
  const t = useTranslate();
  const contest = useAsk(FINDING_CONTEST_FILE, { id: findingId }).data?.finding;
  if (!contest?.contestNote) return null;
  return (
    <Section title={t('findings.contest.title')}>
      <Facts
        facts={[
          [t('findings.contest.said'), contest.contestNote],
          !!contest.contestFromOn && [
            t('findings.contest.days'),
            <>
              <DateVi value={contest.contestFromOn} /> – <DateVi value={contest.contestUntilOn} />
            </>,
          ],
          !!contest.contestAttachmentId && [
            t('findings.contest.paperShort'),
            <ScanButton id={contest.contestAttachmentId} fileName={t('findings.contest.paperShort')} />,
          ],
          [t('findings.contest.answer'), contest.contestAnswer ?? t('findings.contest.noAnswer')],
        ]}
      />
    </Section>
  );
}
