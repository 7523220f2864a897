/** Is a name fit for a mail system, and are these mail domains? Pure. */
import type { Reason } from '../kernel/refusal.js';
import { provisioningMessages } from './provisioning.messages.js';

const LONGEST_NAME = 60;
const MOST_DOMAINS = 200;
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/** Lower case, each once, without spaces around. */
export const mailDomains = (domains: readonly string[]): string[] => [
  ...new Set(domains.map((domain) => domain.trim().toLowerCase()).filter(Boolean)),
];

export const nameFault = (name: string): Reason[] =>
  name.length > 0 && name.length <= LONGEST_NAME
    ? []
    : [
        {
          code: name ? 'INVALID' : 'REQUIRED',
          path: ['name'],
          message: { text: provisioningMessages.systemName, values: { most: LONGEST_NAME } },
        },
      ];

export function domainFault(domains: readonly string[]): Reason[] {
  if (domains.length === 0) return [{ code: 'REQUIRED', path: ['domains'], message: { text: provisioningMessages.domains } }];
  const wrong = domains.find((domain) => !DOMAIN.test(domain));
  if (wrong !== undefined)
    return [{ code: 'INVALID', path: ['domains'], message: { text: provisioningMessages.domain, values: { domain: wrong } } }];
  return domains.length > MOST_DOMAINS ? [{ code: 'LIMIT', path: ['domains'], message: { text: provisioningMessages.domains } }] : [];
}
