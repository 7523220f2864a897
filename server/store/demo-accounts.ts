/** Who signs in to the demonstration city, in which role, and as whom? The password is the same for all and printed at the start. */
import type { DemoRegistry } from './demo-facts.js';
import { HOST_AGENCY, LAGGING_AGENCY, MEMBER_AGENCIES } from './demo-facts.js';

export const DEMO_PASSWORD = 'hopthu-demo';
export const DEMO_MAIL_DOMAIN = 'demo.example';

export type DemoRole = 'ADMIN' | 'TASK_FORCE' | 'SECRETARY' | 'COMMITTEE_MEMBER' | 'TRAINER' | 'AGENCY_CONTACT' | 'OFFICER';

export interface DemoAccount {
  name: string;
  email: string;
  roles: DemoRole[];
  /** The officer the person is; null for the administrator, who is none. */
  officerCode: string | null;
  /** The agency the contact answers for. */
  agencyCode: string | null;
}

/** All accounts; `neverCode` is the officer who signs in as `officer`. */
export function demoAccounts({ officers }: DemoRegistry, neverCode: string): DemoAccount[] {
  const byCode = new Map(officers.map((officer) => [officer.code, officer]));
  const account = (user: string, roles: DemoRole[], officerCode: string | null, agencyCode: string | null = null): DemoAccount => ({
    email: `${user}@${DEMO_MAIL_DOMAIN}`,
    name: (officerCode && byCode.get(officerCode)?.fullName) || 'Quản trị hệ thống',
    roles,
    officerCode,
    agencyCode,
  });
  const firstOf = (agencyCode: string) => `${agencyCode}-0001`;
  const isFree = ({ code, leftOn }: { code: string; leftOn: string | null }) => !leftOn && code !== neverCode;
  const contact = officers.find(
    (officer) => officer.code.startsWith(`${LAGGING_AGENCY}-`) && isFree(officer) && !officer.postings[0]!.isLeader,
  )!;
  return [
    account('admin', ['ADMIN'], null),
    account('taskforce', ['TASK_FORCE'], 'STTTT-0003'),
    account('secretary', ['SECRETARY'], `${HOST_AGENCY}-0002`),
    account('chair', ['COMMITTEE_MEMBER'], firstOf(HOST_AGENCY)),
    ...MEMBER_AGENCIES.map((code, i) => account(`member${i + 1}`, ['COMMITTEE_MEMBER'], firstOf(code))),
    account('trainer', ['TRAINER'], 'STTTT-0005'),
    account('contact', ['AGENCY_CONTACT', 'OFFICER'], contact.code, LAGGING_AGENCY),
    account('officer', ['OFFICER'], neverCode),
  ];
}
