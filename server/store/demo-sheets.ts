/** The demonstration city's registry as the spreadsheets its offices would send: agencies, officers, and later transfers. */
import type { DemoOfficer, DemoPosting, DemoRegistry } from './demo-facts.js';

const cell = (value: string | number | boolean | null): string => {
  const text = String(value ?? '');
  return /[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};
const sheet = (header: string, rows: readonly (readonly (string | number | boolean | null)[])[]): Buffer =>
  Buffer.from([header, ...rows.map((row) => row.map(cell).join(','))].join('\n'));

export function agencySheet({ agencies }: DemoRegistry): Buffer {
  return sheet(
    'code,name_vi,name_en,kind,staff_quota,mail_domain,parent_code',
    agencies.map(({ code, name, nameEn, kind, staffQuota, mailDomain, parentCode }) => [
      code,
      name,
      nameEn,
      kind,
      staffQuota,
      mailDomain,
      parentCode,
    ]),
  );
}

/** One sheet for the first main posting of everyone, then one for each later posting: imported in this order they make the history. */
export function officerSheets({ officers }: DemoRegistry): Buffer[] {
  const rounds: (readonly [DemoOfficer, DemoPosting])[][] = [];
  for (const officer of officers) {
    officer.postings.filter(({ isMain }) => isMain).forEach((posting, round) => (rounds[round] ??= []).push([officer, posting]));
  }
  return rounds.map((rows) =>
    sheet(
      'officer_code,full_name,agency_code,post,is_leader,mailbox,since,mailbox_created,other_email,phone',
      rows.map(([{ code, fullName, mailboxes, otherEmail, phone }, { agencyCode, post, isLeader, fromOn }]) => {
        const own = mailboxes.find(({ kind }) => kind === 'PERSONAL');
        return [code, fullName, agencyCode, post, isLeader, own?.address ?? null, fromOn, own?.createdOn ?? null, otherEmail, phone];
      }),
    ),
  );
}
