/** Judges the synthetic city by the tier rules themselves, from its pure facts, without a database. */
import { dayNumber } from '../../server/kernel/calendar.js';
import { domainOf } from '../../server/registry/address.rules.js';
import { frameOf } from '../../server/review/frame.rules.js';
import type { FindingGroup } from '../../server/review/figures.rules.js';
import type { Outcome } from '../../server/review/tier.rules.js';
import { judge, postingOfRecord } from '../../server/review/tier.rules.js';
import { actBits } from '../../server/review/vocabulary.js';
import type { DemoPlan } from '../../server/store/demo-plan.js';
import { DEMO_DAY_FIELDS } from '../../server/store/demo-mail-log.js';
import type { DemoOfficer } from '../../server/store/demo-facts.js';

export interface DemoFinding extends FindingGroup {
  officer: DemoOfficer;
  agencyCode: string;
  outcome: Outcome;
}

const number = (day: string | null, open: number) => (day === null ? open : dayNumber(day));

/** Counters by address, both sources added, the days in one list. */
export function evidenceOf(plan: DemoPlan): { byAddress: Map<string, number[]>; rows: number; seen: Map<string, Map<number, number>> } {
  const byAddress = new Map<string, number[]>();
  const seen = new Map<string, Map<number, number>>();
  let rows = 0;
  for (const { source, address, days } of plan.evidence()) {
    const list = byAddress.get(address) ?? [];
    byAddress.set(address, list);
    const ofSource = seen.get(source) ?? new Map<number, number>();
    seen.set(source, ofSource);
    for (let at = 0; at < days.length; at += DEMO_DAY_FIELDS) {
      rows++;
      for (let i = 0; i < DEMO_DAY_FIELDS; i++) list.push(days[at + i]!);
      list.push(0);
      ofSource.set(days[at]!, (ofSource.get(days[at]!) ?? 0) + 1);
    }
  }
  return { byAddress, rows, seen };
}

export function findingsOf(plan: DemoPlan, byAddress: ReadonlyMap<string, number[]>, review: number): DemoFinding[] {
  const { registry, policy, sources } = plan;
  const window = registry.windows[review]!;
  const frame = frameOf(policy, window);
  const domains = new Map(
    registry.agencies.map(({ mailDomain }) => {
      const serving = sources.filter((source) => source.mailDomains.includes(mailDomain!));
      const byDay = Uint8Array.from({ length: frame.days }, (_, i) => {
        const heard = serving.filter(({ outages, thinDays }) => !outages.has(frame.firstDay + i) && !thinDays.has(frame.firstDay + i));
        return actBits(heard.flatMap(({ shows }) => shows));
      });
      return [mailDomain!, { isServed: true, shows: actBits(serving.flatMap(({ shows }) => shows)), byDay }];
    }),
  );
  const findings: DemoFinding[] = [];
  for (const officer of registry.officers) {
    const postings = officer.postings
      .filter(({ isMain }) => isMain)
      .map((posting) => ({
        ...posting,
        agencyId: posting.agencyCode,
        from: dayNumber(posting.fromOn),
        to: number(posting.untilOn, Infinity),
      }));
    const posting = postingOfRecord(postings, { from: dayNumber(window.from), to: dayNumber(window.to) });
    if (!posting) continue;
    const outcome = judge(
      {
        postings,
        absences: officer.absences.map(({ fromOn, untilOn }) => ({ from: dayNumber(fromOn), to: dayNumber(untilOn) })),
        mailboxes: officer.mailboxes.map(({ address, kind, createdOn }) => ({
          kind,
          createdOn: createdOn && dayNumber(createdOn),
          active: [{ from: number(createdOn, -Infinity), to: number(officer.leftOn, Infinity) }],
          domain: domains.get(domainOf(address))!,
          counters: byAddress.get(address) ?? [],
        })) as Parameters<typeof judge>[0]['mailboxes'],
      },
      frame,
    );
    const { tier, notAssessedReason, candidateDays, assessableDays } = outcome;
    findings.push({
      officer,
      agencyCode: posting.agencyId,
      outcome,
      tier,
      notAssessedReason,
      candidateDays,
      assessableDays,
      isLeader: posting.isLeader,
      count: 1,
    });
  }
  return findings;
}
