/** Who signs in to the demonstration city, in which role, and as whom? The password is the same for all and printed at the start. */
import type { DemoRegistry } from './demo-facts.js';
import { HOST_AGENCY, LAGGING_AGENCY, MEMBER_AGENCIES } from './demo-facts.js';

export const DEMO_PASSWORD = 'hopthu-demo';
export const DEMO_MAIL_DOMAIN = 'demo.example';

export type DemoRole = 'ADMIN' | 'TASK_FORCE' | 'SECRETARY' | 'COMMITTEE_MEMBER' | 'TRAINER' | 'AGENCY_CONTACT' | 'OFFICER';

export interface DemoAccount {
  name: string;
  email: string;
  role: DemoRole;
  /** The officer the person is; null for the administrator, who is none. */
  officerCode: string | null;
  /** The agency the contact answers for. */
  agencyCode: string | null;
}

const USERS: readonly (readonly [user: string, role: DemoRole])[] = [
  ['admin', 'ADMIN'],
  ['taskforce', 'TASK_FORCE'],
  ['secretary', 'SECRETARY'],
  ['chair', 'COMMITTEE_MEMBER'],
  ...MEMBER_AGENCIES.map((_, i) => [`member${i + 1}`, 'COMMITTEE_MEMBER'] as const),
  ['trainer', 'TRAINER'],
  ['contact', 'AGENCY_CONTACT'],
  ['officer', 'OFFICER'],
];

/** The addresses to sign in with, as they are printed at the start. */
export const demoAddresses = (): string[] => USERS.map(([user]) => `${user}@${DEMO_MAIL_DOMAIN}`);

/** Who signs in as whom, apart from `contact` and `officer`, who depend on how the mailboxes are used. */
const HOLDERS: Readonly<Record<string, string>> = {
  taskforce: 'STTTT-0003',
  secretary: `${HOST_AGENCY}-0002`,
  chair: `${HOST_AGENCY}-0001`,
  ...Object.fromEntries(MEMBER_AGENCIES.map((agency, i) => [`member${i + 1}`, `${agency}-0001`])),
  trainer: 'STTTT-0005',
};

/** They use their own mailboxes. */
export const HOLDER_CODES: ReadonlySet<string> = new Set(Object.values(HOLDERS));

/** All accounts; `contactCode` and `neverCode` are the officers who sign in as `contact` and `officer`. */
export function demoAccounts({ officers }: DemoRegistry, contactCode: string, neverCode: string): DemoAccount[] {
  const names = new Map(officers.map(({ code, fullName }) => [code, fullName]));
  const codes: Readonly<Record<string, string>> = { ...HOLDERS, contact: contactCode, officer: neverCode };
  return USERS.map(([user, role]) => {
    const officerCode = codes[user] ?? null;
    return {
      email: `${user}@${DEMO_MAIL_DOMAIN}`,
      name: (officerCode && names.get(officerCode)) || 'Quản trị hệ thống',
      role,
      officerCode,
      agencyCode: role === 'AGENCY_CONTACT' ? LAGGING_AGENCY : null,
    };
  });
}
