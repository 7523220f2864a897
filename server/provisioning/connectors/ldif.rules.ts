/** How does a person read what would be written into a directory? As LDIF (RFC 2849), passwords blanked. */
import type { Assertion, Step } from './ldap-steps.rules.js';

export const BLANKED = '(not shown)';

/** A value that may stand as it is: printable ASCII that does not begin or end in a way LDIF reads otherwise. */
const isPlain = (value: string): boolean => /^[!-~]([ -~]*[!-~])?$/.test(value) && !/^[:<]/.test(value);

function line(attribute: string, value: string): string {
  if (attribute.toLowerCase() === 'userpassword') return `${attribute}: ${BLANKED}`;
  return isPlain(value) ? `${attribute}: ${value}` : `${attribute}:: ${Buffer.from(value).toString('base64')}`;
}

const lines = (attribute: string, values: readonly string[]): string[] => values.map((value) => line(attribute, value));

/** The condition as a filter. */
export function assertionText({ accountId, fenceAttribute, fence }: Assertion): string {
  const number = 'exactly' in fence ? `(${fenceAttribute}=${fence.exactly})` : `(!(${fenceAttribute}>=${fence.atMost + 1}))`;
  return accountId === undefined ? number : `(&(entryUUID=${accountId})${number})`;
}

const condition = (assertion: Assertion | undefined): string[] => (assertion ? [`# only if ${assertionText(assertion)}`] : []);

export function ldifOf(step: Step): string {
  const head = line('dn', step.dn);
  if (step.kind === 'ADD')
    return [head, 'changetype: add', ...step.attributes.flatMap(({ attribute, values }) => lines(attribute, values))].join('\n');
  if (step.kind === 'MOVE') {
    const { newRdn, newParent, assertion } = step;
    return [
      ...condition(assertion),
      head,
      'changetype: modrdn',
      line('newrdn', newRdn),
      'deleteoldrdn: 1',
      line('newsuperior', newParent),
    ].join('\n');
  }
  if (step.kind === 'DELETE') return [...condition(step.assertion), head, 'changetype: delete'].join('\n');
  const parts = step.modifications.flatMap(({ kind, attribute, values }) => [`${kind}: ${attribute}`, ...lines(attribute, values), '-']);
  return [...condition(step.assertion), head, 'changetype: modify', ...parts].join('\n');
}
