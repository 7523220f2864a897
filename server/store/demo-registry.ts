/** Who works in the demonstration city: 57 agencies and one synthetic officer for each of their posts, with mailboxes, transfers, absences and leavers. */
import { readFileSync } from 'node:fs';
import { addDays } from '../kernel/calendar.js';
import type { AgencyValues } from '../registry/agency-import.rules.js';
import { AGENCY_COLUMNS, planAgencies } from '../registry/agency-import.rules.js';
import { readSheet } from '../registry/spreadsheet.rules.js';
import { demoWindows } from './demo-calendar.js';
import { moveSome } from './demo-moves.js';
import type { DemoMailbox, DemoOfficer, DemoRegistry, DemoSize } from './demo-facts.js';
import { BLIND_AGENCY, HOST_AGENCY } from './demo-facts.js';
import { addressMaker, nameMaker } from './demo-names.js';
import { postsOf } from './demo-posts.js';
import { Chance } from './demo-random.js';

const SMALLEST_AGENCY = 8;

export function demoAgencies(scale = 1): AgencyValues[] {
  const sheet = readSheet(readFileSync(new URL('./demo-agencies.csv', import.meta.url)), AGENCY_COLUMNS);
  if ('refused' in sheet) throw new Error(sheet.refused.text.en);
  return planAgencies(sheet, new Map()).map(({ change }) => {
    const { staffQuota, ...rest } = change!.values;
    return { ...rest, staffQuota: scale === 1 ? staffQuota : Math.max(SMALLEST_AGENCY, Math.round(staffQuota * scale)) };
  });
}

export function demoRegistry({ today, scale = 1, seed = 2014 }: DemoSize): DemoRegistry {
  const chance = new Chance(seed);
  const agencies = demoAgencies(scale);
  const windows = demoWindows(today);
  const nameOf = nameMaker(chance);
  const addressOf = addressMaker();
  const hostDomain = agencies.find(({ code }) => code === HOST_AGENCY)!.mailDomain!;
  const officers: DemoOfficer[] = [];
  for (const agency of agencies) {
    postsOf(agency, agency.staffQuota, chance).forEach(({ post, isLeader }, i) => {
      const fullName = nameOf();
      // The head always has a mailbox of the usual kind.
      const isGuest = agency.code === BLIND_AGENCY && i % 2 === 0;
      const hasMailbox = i === 0 || !chance.isHit(isLeader ? 0.006 : 0.014);
      const createdOn = chance.isHit(0.1) ? addDays(windows[0]!.from, -chance.whole(1, 1500)) : null;
      officers.push({
        code: `${agency.code}-${String(i + 1).padStart(4, '0')}`,
        fullName,
        postings: [
          {
            agencyCode: agency.code,
            isMain: true,
            post,
            isLeader,
            fromOn: addDays(windows[0]!.from, -chance.whole(30, 6000)),
            untilOn: null,
          },
        ],
        leftOn: null,
        mailboxes: hasMailbox
          ? [{ address: addressOf(fullName, isGuest ? hostDomain : agency.mailDomain!), kind: 'PERSONAL', createdOn }]
          : [],
        absences: [],
        otherEmail: chance.isHit(0.3) ? addressOf(fullName, 'thudientu.example') : null,
        phone: chance.isHit(0.6) ? `+84 9${chance.whole(10_000_000, 99_999_999)}` : null,
      });
    });
  }
  const registry = { today, windows, agencies, officers, sharedMailboxes: sharedMailboxes(agencies) };
  moveSome(registry, chance);
  return registry;
}

function sharedMailboxes(agencies: readonly AgencyValues[]): DemoMailbox[] {
  return agencies.flatMap(({ mailDomain }, i) => {
    const shared: DemoMailbox[] = [{ address: `vanthu@${mailDomain}`, kind: 'ROLE', createdOn: null }];
    if (i % 3 === 0) shared.push({ address: `mayquet@${mailDomain}`, kind: 'MACHINE', createdOn: null });
    return shared;
  });
}
