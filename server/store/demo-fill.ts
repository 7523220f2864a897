/** Brings the demonstration city's registry and evidence into the store through the services of their rooms. */
import { fillDays } from '../evidence/day-fill.service.js';
import { saveSource } from '../evidence/source.service.js';
import type { Acting } from '../identity/command.js';
import { fillRegistry } from '../registry/registry-fill.service.js';
import { type ImportReport, importAgencies, importOfficers } from '../registry/registry-import.service.js';
import type { DemoRegistry } from './demo-facts.js';
import type { DemoMailboxDays } from './demo-mail-log.js';
import type { DemoPlan } from './demo-plan.js';
import { agencySheet, officerSheets } from './demo-sheets.js';

/** Told which part of a step is done, 0 to 1. */
export type Part = (share: number) => void;

const ORIGIN = 'demonstration';
const LANGUAGE = { isDryRun: false, language: 'vi' } as const;

/** Agencies and officers by spreadsheet, transfers by later spreadsheets, then what spreadsheets do not hold. */
export async function fillDemoRegistry(acting: Acting, registry: DemoRegistry, part: Part): Promise<void> {
  refuseRefused(await importAgencies(acting, agencySheet(registry), LANGUAGE));
  const sheets = officerSheets(registry);
  for (const [i, sheet] of sheets.entries()) {
    refuseRefused(await importOfficers(acting, sheet, LANGUAGE, (done, total) => part(i === 0 ? (0.9 * done) / total : 0.9)));
  }
  const moved = registry.officers.filter(
    ({ absences, leftOn, postings }) => absences.length || leftOn || postings.some(({ isMain }) => !isMain),
  );
  await fillRegistry(acting, {
    officers: moved.map(({ code, absences, leftOn, postings }) => ({
      code,
      absences,
      leftOn,
      otherPostings: postings.filter(({ isMain }) => !isMain),
    })),
    mailboxes: [
      ...registry.officers.flatMap(({ code, mailboxes }) =>
        mailboxes.map((mailbox) => ({ ...mailbox, officerCode: code as string | null })),
      ),
      ...registry.sharedMailboxes.map((mailbox) => ({ ...mailbox, officerCode: null })),
    ].flatMap(({ kind, ...mailbox }) => (kind === 'PERSONAL' ? [] : [{ ...mailbox, kind }])),
  });
  await acting.ground.orm.em.fork().execute('analyze agency, officer, posting, absence, mailbox, mailbox_period');
  part(1);
}

/** The city is made by the program itself: a refused row is a fault of the program. */
function refuseRefused(report: ImportReport): void {
  const refused = report.results.find(({ outcome }) => outcome === 'REFUSED');
  if (refused)
    throw new Error(
      `Row ${refused.row} (${refused.subject}) of the demonstration city was refused: ${refused.code} ${refused.column} ${refused.message}`,
    );
}

/** The city's sources, then every day of every mailbox. */
export async function fillDemoEvidence(acting: Acting, plan: DemoPlan, part: Part): Promise<void> {
  for (const { name, format, mailDomains, shows } of plan.sources) {
    await saveSource(acting, { name, format, mailDomains, shows, timeZone: acting.ground.clock.zone });
  }
  const { officers } = plan.registry;
  const places = new Map(officers.flatMap(({ mailboxes }, i) => mailboxes.map(({ address }) => [address, i] as const)));
  function* told(): Generator<DemoMailboxDays> {
    for (const mailbox of plan.evidence()) {
      const place = places.get(mailbox.address) ?? officers.length;
      if (place % 50 === 0) part(place / officers.length);
      yield mailbox;
    }
  }
  await fillDays(acting, told(), ORIGIN);
  part(1);
}
