/** What the task force decides about a day of a source: a thin day is whole after all, or the source was out of order (E-8). */
import { type Acting, perform } from '../identity/command.js';
import { type Day, dayNumber } from '../kernel/calendar.js';
import type { Text } from '../kernel/language.js';
import { type RefusalCode, Refusal } from '../kernel/refusal.js';
import { EvidenceSource } from './evidence-source.entity.js';
import { evidenceAccess } from './evidence.access.js';
import { evidenceMessages } from './evidence.messages.js';

export interface CoverageSettlement {
  source: string;
  date: Day;
  /** ACCEPT: a thin day counts as covered; OUTAGE: the day counts as without data; NONE: as the lines say. */
  decision: 'ACCEPT' | 'OUTAGE' | 'NONE';
  reason?: string | null;
}

const refuse = (code: RefusalCode, path: string, text: Text, values = {}): never => {
  throw new Refusal({ code, path: ['input', path], rule: 'E-8', message: { text, values } });
};

export async function settleCoverage(acting: Acting, { source: name, date, decision, reason }: CoverageSettlement): Promise<void> {
  await perform(acting, async (act) => {
    act.allow(evidenceAccess.settleCoverage, undefined);
    const why = reason?.trim() || null;
    const source =
      (await act.em.findOne(EvidenceSource, { name: name.trim().normalize('NFC') })) ??
      refuse('NOT_FOUND', 'source', evidenceMessages.sourceUnknown, { name });
    if (decision !== 'NONE' && !why) refuse('REQUIRED', 'reason', evidenceMessages.reasonMissing);
    const day = dayNumber(date);
    const known = await act.em.execute<unknown[]>('select 1 from evidence_source_day where source = ? and day = ? and lines > 0', [
      source.number,
      day,
    ]);
    if (decision === 'ACCEPT' && known.length === 0) refuse('NOT_ALLOWED_NOW', 'date', evidenceMessages.dayWithoutData);
    await act.em.execute(
      `insert into evidence_source_day (source, day, lines, mailboxes, accepted, outage) values (?, ?, 0, 0, ?, ?)
       on conflict (source, day) do update set accepted = excluded.accepted, outage = excluded.outage`,
      [source.number, day, decision === 'ACCEPT' ? why : null, decision === 'OUTAGE' ? why : null],
    );
    act.record('evidence.coverage.settle', `evidence-source:${source.id}`, { source: source.name, date, decision, reason: why });
    act.order('EVIDENCE_CHANGED', { at: act.now, source: source.number, from: date, to: date });
  });
}
