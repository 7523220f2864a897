/** Writes docs/rights.md from the access files, so that what an official reads is what the program asks. */
import type { RightsOfTypes } from '../../server/api/access.js';
import { open, type Right } from '../../server/identity/right.js';
import { table } from './markdown-table.js';

const COLUMNS = [
  ['ADMIN', 'admin'],
  ['TASK_FORCE', 'task force'],
  ['SECRETARY', 'secretary'],
  ['COMMITTEE_MEMBER', 'member'],
  ['TRAINER', 'trainer'],
  ['AGENCY_CONTACT', 'contact'],
  ['OFFICER', 'officer'],
] as const;

const INTRO = `# Who may do what

Written from \`server/*/*.access.ts\` by \`node .config/rights.mjs\`; \`test/guards/rights.test.ts\` keeps it true. What no line allows is refused (G-15). The matrix
\`test/api/rights-matrix.api.test.ts\` asks every field and every mutation as every kind of viewer, on own and other things, against a table written by hand from the rights that were agreed.

- **✔** holds it for everything, **own** for the own agency (contact) or the own file (officer). ² asks for a second factor shown in the last 12 hours (G-18).
- One person may hold several roles; **a role never adds a right in the own case**: nobody changes the own file, sets the cause of the own finding, settles it or answers the own contest,
  by form, by spreadsheet or by way of a mailbox; what is the officer's own right (to read the own file, to contest) stays.
- What one may not see does not exist: a question answers null, a command NOT_FOUND, in the words said of what is not there. Counts, cursors, searches and filters are of what one may see;
  a filter by something hidden (tier, state of the mailbox, an address in the search) finds only those of whom one may know it.
- Whose findings a contact sees goes by the agency of the window, where they are counted; whose files, by the agency of today. So the tier of an officer who came from elsewhere is not known
  to the new agency, neither in the file nor by a filter, until a review finds it there; and the finding stays with the agency it was made in, with name, present post and agency of the officer.
- Figures are of groups: who reads figures of an agency with a single leader learns how that leader is counted. They are for those who answer for the city; nothing of it is public.
- A committee member sees the cases before a committee in which they sit, or in whose open vote they have a place: with officer, finding and evidence of the finding, and by no other way anybody by name.
  Who is recused sees that the case is there and what came of it; not grounds, explanation, answer, appeal, evidence, papers, nor who voted how (D-5). **own** in their column stands for this.
- Who voted how is told to those who run the vote and to the members who take part in it; in the own case to nobody, whatever other role they hold. What one may do with a case also hangs on as whom one acts on it,
  as [the workflow](workflow.md) says: chair, voter, proposer, the officer.
- Mail systems, the orders to them, comparisons and emergency suspensions are the administrator's, who decides no case and sees none by way of an order. Secrets of mail systems are shown to nobody.
  What a mail system said about an order of a case is told to task force and secretary; not to the officer, the agency or the committee. A new password is a service: the officer and the own agency may ask for it,
  and of any other mailbox they are not told whether it is there.
- The administrator sees in the audit log that something happened to a case, a finding or a cause, and not whose it is.
`;

const API_KEYS = 'API keys by scope';

function cell({ holders }: Right<never>, role: string): string {
  const held = holders.filter((holder) => holder.role === role);
  if (!held.length) return '';
  return held.some(({ when }) => !when) ? '✔' : 'own';
}

/** `codeRights`: which rights the code of a paper notice opens, by the kind of what it is about. */
export function rightsPage(
  rights: readonly Right<never>[],
  types: RightsOfTypes,
  codeRights: (kind: string) => ReadonlySet<string>,
): string {
  const byName = [...rights].sort((a, b) => (a.name < b.name ? -1 : 1));
  const held = table([
    ['right', ...COLUMNS.map(([, title]) => title), API_KEYS],
    ...byName.map((right) => [
      `\`${right.name}\`${right.needsSecondFactor ? ' ²' : ''}`,
      ...COLUMNS.map(([role]) => cell(right, role)),
      right.holders.flatMap(({ scope }) => (scope ? [`\`${scope}\``] : [])).join(', '),
    ]),
  ]);
  const guarded = Object.entries(types).flatMap(([type, fields]) => {
    const byRight = new Map<string, string[]>();
    for (const [field, right] of Object.entries(fields)) {
      if (right !== open) byRight.set(right.name, [...(byRight.get(right.name) ?? []), field]);
    }
    return [...byRight].map(([name, under]) => [type, `\`${name}\``, under.map((field) => `\`${field}\``).join(', ')]);
  });
  const fields = table([['type', 'right', 'fields'], ...guarded]);
  const openTypes = Object.entries(types).filter(([, ofType]) => Object.values(ofType).every((right) => right === open));
  const byCode = (kind: string) =>
    byName
      .filter(({ name }) => codeRights(kind).has(name))
      .map(({ name }) => `\`${name}\``)
      .join(', ');
  return `${INTRO}
## Rights

${held}

## With the code of a paper notice

Whoever came in with such a code is an officer who holds of these rights only ${byCode('decision')}, each for the own file, and may sign out. The code of a letter about a new mailbox password opens ${byCode('mailbox')} and nothing more; it is worthless once the password was taken. Everything else is refused, whatever is new too; no account, no class, no contest, no letters, no log.

## Fields that need a right of their own

Without it they are null, an empty list, or FORBIDDEN where they can be neither. All other fields of these types are open to whoever sees the thing, and so is all of ${openTypes.map(([type]) => `\`${type}\``).join(', ')}.

${fields}
`;
}
