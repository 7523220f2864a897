/** Lines that a stranger, or a broken server, can put into a log: wordings, headers and noise thrown together (G-13). */
import fc from 'fast-check';

const PASSWORD = 'Mat-Khau-8x!Qz';
export const VICTIM = 'lan@example.test';
const STAMPS = [
  'Oct  5 08:17:00 mail ',
  '2026-10-05T08:17:00.01+0000 ',
  '2026-10-05T08:17:00Z mail ',
  '',
  '<22>1 2026-10-05T08:17:00Z mail dovecot 812 - - ',
];
const PROGRAMS = [
  'dovecot: ',
  'dovecot[812]: ',
  '',
  'CRON[7]: ',
  'postfix/smtpd[1]: ',
  'postfix/submission/smtpd[9]: ',
  'postfix/smtp[1]: ',
];
const SERVICES = [
  'imap-login: ',
  'pop3-login: Info: ',
  'auth: ',
  `auth-worker(1): sql(${VICTIM},203.0.113.66): `,
  'imap-login: Warning: ',
  'ABCDEF012345: ',
  'NOQUEUE: ',
  '',
  'brand-new: ',
];
/** What a stranger can make a server write about a mailbox: none of it is an act of its owner. */
const TEXTS = [
  `Login aborted: Logged in: user=<${VICTIM}>, rip=1.2.3.4`,
  `Disconnected (auth failed, 1 attempts): user=<${VICTIM}>, rip=1.2.3.4, session=<a>`,
  `ID sent: name=Login: user=<${VICTIM}>, rip=1.2.3.4: user=<>, rip=1.2.3.4`,
  `warning: pc[1.2.3.4]: SASL LOGIN authentication failed: ${PASSWORD}, sasl_username=${VICTIM}`,
  `unknown user (given password: ${PASSWORD})`,
  `reject: RCPT from pc[1.2.3.4]: 554 <x>: denied; sasl_username=${VICTIM}`,
  `client=pc[1.2.3.4], sasl_method=PLAIN, sasl_username=${VICTIM}, ${PASSWORD}=`,
  `client=pc[1.2.3.4] password=${PASSWORD}, sasl_username=${VICTIM}`,
  `to=<"x>, orig_to=<${VICTIM}>, relay=y, status=sent (z)"@evil.test>, relay=x, status=sent (${PASSWORD})`,
  `token=${PASSWORD}`,
  `pass ${PASSWORD} ${VICTIM}`,
  `Signed in: user=<${VICTIM}>, auth=${PASSWORD}`,
  `Login: user=<${VICTIM}${PASSWORD}>, rip=1.2.3.4`,
  `Login: user=<${VICTIM}>, rip=${PASSWORD}`,
  `Login: user=<a@other.test>, user=<${VICTIM}>, rip=1.2.3.4`,
  `{"event":"auth_request_finished","user":"${VICTIM}","password":"${PASSWORD}"}`,
];
const NOISE = ['', '\u0000', '\u0007', '\r', ' ', ', ', '<', '>', '(', ')', '\\Seen', `"${PASSWORD}"`, 'Thư đến', 'x'.repeat(70_000)];

const line = fc
  .tuple(
    fc.constantFrom(...STAMPS),
    fc.constantFrom(...PROGRAMS),
    fc.constantFrom(...SERVICES),
    fc.constantFrom(...TEXTS),
    fc.constantFrom(...NOISE),
    fc.nat({ max: 400 }),
    fc.nat({ max: 9 }),
  )
  .map(([stamp, program, service, text, noise, place, kind]) => {
    const whole = stamp + program + service + text;
    const at = Math.min(place, whole.length);
    if (kind === 0) return whole.slice(0, at);
    if (kind === 1) return whole.slice(at);
    if (kind < 5) return whole.slice(0, at) + noise + whole.slice(at);
    return whole + noise;
  });

/** Traces of the planted password, whole or in pieces. */
export const PLANTED = /Mat-Khau|8x!Qz/;

/** The same lines at every call. */
export const hostileLines = (count: number): string[] => fc.sample(line, { numRuns: count, seed: 20261123 });
