import { describe, expect, test } from '@jest/globals';
import type { SourceSettings } from '../../server/evidence/act.rules.js';
import { sampleOf } from '../../server/evidence/quarantine.rules.js';
import { SETTINGS, Tally, whatOf } from './tally.js';

const AT = 'Oct  5 08:17:00 mail dovecot: ';
const dovecot = (text: string, settings: Partial<SourceSettings> = {}) => whatOf('DOVECOT', AT + text, settings);
const LAN = 'lan@example.test';
const SEEN = `imap(${LAN})<28972><TQa6MfZgW9V/AAAL>: flag_change: box=INBOX, uid=1, msgid=<x@y>, size=582, flags=(\\Seen \\Recent)`;

describe('Logins of Dovecot (evidence.md §3)', () => {
  test.each([
    [
      `imap-login: Login: user=<${LAN}>, method=PLAIN, rip=203.0.113.7, lip=192.0.2.10, mpid=30356, TLS, TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits), session=<RSqFN/ZgpaR/AAAM>`,
      `login ${LAN}`,
    ],
    [`imap-login: Logged in: user=<${LAN}>, method=PLAIN, rip=2001:db8::7, lip=2001:db8::1, mpid=1234, TLS, session=<a/b>`, `login ${LAN}`],
    [
      'imap-login: Login: user=<lan@example.test>, session=h6/hvXfOIQBAjhIX, method=PLAIN, rip=127.0.0.1, lip=127.0.0.1, mpid=30699, secured',
      `login ${LAN}`,
    ],
    [`IMAP-LOGIN: LOGIN: user=<LAN@Example.TEST>, rip=127.0.0.1`, `login ${LAN}`],
    [`pop3-login: Info: Logged in: rip=203.0.113.7, user=<${LAN}>`, `login ${LAN}`],
    [`submission-login: Logged in: user=<${LAN}>, method=PLAIN, rip=203.0.113.7, session=<a>`, 'ignored'],
    [`managesieve-login: Logged in: user=<${LAN}>, method=PLAIN, rip=203.0.113.7, session=<a>`, 'ignored'],
    [
      `imap-login: Disconnected: Connection closed (auth failed, 1 attempts in 0 secs): user=<${LAN}>, method=PLAIN, rip=127.0.0.66`,
      'ignored',
    ],
    ['imap-login: Disconnected (no auth attempts in 58 secs): user=<>, rip=127.0.0.1', 'ignored'],
    [`imap-login: Aborted login (auth failed, 3 attempts in 16 secs): user=<${LAN}>, rip=127.0.0.1`, 'ignored'],
    [`imap-login: Disconnected (proxy dest auth failed): user=<${LAN}>, rip=127.0.0.1`, 'ignored'],
    [
      `imap-login: Login aborted: Connection closed (auth failed, 3 attempts in 16 secs) (auth_failed): user=<${LAN}>, rip=127.0.0.1`,
      'ignored',
    ],
    [`imap-login: Login aborted: Logged out (auth failed, 1 attempts in 10 secs) (auth_failed): user=<${LAN}>, rip=127.0.0.1`, 'ignored'],
    [`imap-login: Client has quit the connection (auth failed, 1 attempts in 2 secs): user=<${LAN}>, rip=127.0.0.1`, 'ignored'],
    ['imap-login: Connection closed (no auth attempts in 0 secs): user=<>, rip=127.0.0.1', 'ignored'],
    [`imap-login: Maximum number of connections from user+IP exceeded: user=<${LAN}>, rip=127.0.0.1`, 'ignored'],
    ['imap-login: ID sent: name=Thunderbird, version=128.3: user=<>, rip=127.0.0.11', 'ignored'],
    [`imap-login: ID sent: name=Logged in: user=<${LAN}>, rip=1.2.3.4: user=<>, rip=127.0.0.11`, 'ignored'],
    [
      `imap-login: proxy(${LAN},203.0.113.8:50112,<sid>): Started proxying to remote host 192.0.2.20:143: user=<${LAN}>, rip=203.0.113.8`,
      'ignored',
    ],
    [`imap-login: Signed in: user=<${LAN}>, rip=203.0.113.7`, 'quarantined UNKNOWN_FORM'],
    ['imap-login: Logged in: user=<, rip=', 'quarantined INCOMPLETE'],
    ['imap-login: Logged in: user=<>, rip=203.0.113.7', 'quarantined INCOMPLETE'],
    [`imap-login: Logged in: user=<${LAN}>, method=PLAIN`, 'quarantined INCOMPLETE'],
    [`imap-login: Logged in: user=<an@example.test>, name=x, user=<${LAN}>, rip=203.0.113.7`, 'quarantined INCOMPLETE'],
    ['imap-login: Logged in: user=<lan>, rip=203.0.113.7', 'quarantined NO_DOMAIN'],
    ['imap-login: Logged in: user=<lan@example.test*admin>, rip=203.0.113.7', 'quarantined BAD_ADDRESS'],
    ['imap-login: Logged in: user=<lan@other.test>, rip=203.0.113.7', 'ignored'],
    ['imap-login: Error: Failed to initialize SSL server context', 'ignored'],
    [`imap-login: Warning: Login: user=<${LAN}>, rip=1.2.3.4`, 'ignored'],
    [`lmtp-login: Logged in: user=<${LAN}>, rip=1.2.3.4`, 'quarantined UNKNOWN_SERVICE'],
  ])('%s → %s', (line, what) => expect(dovecot(line)).toBe(what));

  test('a login without domain gets the default domain of the source', () => {
    expect(dovecot('imap-login: Login: user=<lan>, rip=127.0.0.1', { defaultDomain: 'example.test' })).toBe(`login ${LAN}`);
  });

  test('monitoring addresses, networks and accounts are no use (E-4)', () => {
    const login = `imap-login: Logged in: user=<${LAN}>, rip=203.0.113.7, session=<a>`;
    expect(dovecot(login, { ignoredAddresses: ['203.0.113.7'] })).toBe('ignored');
    expect(dovecot(login, { ignoredAddresses: ['203.0.113.0/24'] })).toBe('ignored');
    expect(dovecot(login, { ignoredAddresses: ['203.0.114.0/24'] })).toBe(`login ${LAN}`);
    expect(dovecot(login, { ignoredAccounts: new Set([LAN]) })).toBe('ignored');
  });
});

describe('Sessions of Dovecot', () => {
  test.each([
    [SEEN, `read ${LAN}`],
    [
      `imap(${LAN}): session=h6/h flag_change: box=Thư đến/Sở, ngành, uid=5999, msgid=<a>, size=6168, from=x, flags=(\\Seen NonJunk)`,
      `read ${LAN}`,
    ],
    [`imap(${LAN})<1><a>: flag_change: box=INBOX, uid=1, msgid=<x>, size=1, flags=(\\Flagged NonJunk \\Deleted)`, 'ignored'],
    [`imap(${LAN})<1><a>: flag_change: box=INBOX, uid=1, msgid=<x, flags=(\\Seen)>, size=1, flags=(\\Flagged)`, 'ignored'],
    [`imap(${LAN})<1><a>: flag_change: box=INBOX, uid=1, msgid=<x>, size=1`, 'quarantined UNKNOWN_FORM'],
    [
      `imap(${LAN})<1><a>: Disconnected: Logged out in=136 out=2472 deleted=0 expunged=0 trashed=0 hdr_count=1 hdr_bytes=582 body_count=1 body_bytes=593`,
      'ignored',
    ],
    [`pop3(${LAN}): Disconnected: Logged out top=0/0, retr=1/10014, del=1/8, size=55676`, 'ignored'],
    [`imap(${LAN})<1><a>: Connection closed (IDLE running for 0.001 + waiting input for 61.2 secs) in=1`, 'ignored'],
    [`imap(${LAN})<1><a>: save: box=Sent, uid=1, msgid=<x>, size=2, flags=(\\Seen)`, 'ignored'],
    [`imap(${LAN})<1><a>: copy from Thư đến, cũ: box=Trash, uid=4, msgid=<x>, size=2, flags=(\\Seen)`, 'ignored'],
    [`imap(${LAN})<1><a>: Mailbox created: Sent`, 'ignored'],
    [`imap(${LAN})<1><a>: Something new happened`, 'quarantined UNKNOWN_FORM'],
    [`lmtp(${LAN})<1><a>: msgid=<x>: saved mail to INBOX`, `received ${LAN}`],
    [`lmtp(${LAN})<1><a>: sieve: msgid=<x>: stored mail into mailbox 'INBOX/a'`, `received ${LAN}`],
    [`lmtp(${LAN})<1><a>: sieve: msgid=<x>: redirect action: forwarded to <me@home.test>`, `forwarded ${LAN}`],
    [`lmtp(${LAN})<1><a>: sieve: msgid=<x>: marked message to be discarded`, 'ignored'],
    ['lmtp(30336): Connect from 127.0.0.1', 'ignored'],
    ['lmtp(30336): Disconnect from 127.0.0.1: Logged out (state=READY)', 'ignored'],
    [
      'auth-worker(10377): conn unix:auth-worker (pid=919,uid=112): auth-worker<1>: sql(lan@example.test,203.0.113.66): unknown user (given password: hunter2)',
      'ignored',
    ],
    ['stats: {"event":"imap_command_finished"}', 'ignored'],
    ['brand-new: hello', 'quarantined UNKNOWN_SERVICE'],
  ])('%s → %s', (line, what) => expect(dovecot(line)).toBe(what));

  test('a message is read once, on the earliest day known, whatever is answered or flagged later (E-2)', () => {
    const lines = [
      'Oct  7 09:00:00 mail dovecot: imap(lan@example.test)<1><c>: flag_change: box=INBOX, uid=1, msgid=<x>, size=1, flags=(\\Answered \\Seen)',
      'Oct  6 09:00:00 mail dovecot: imap(lan@example.test)<1><b>: flag_change: box=INBOX, uid=1, msgid=<x>, size=1, flags=(\\Seen)',
      'Oct  7 09:00:00 mail dovecot: imap(lan@example.test)<1><c>: flag_change: box=INBOX, uid=1, msgid=<y>, size=1, flags=(\\Seen)',
    ];
    const tally = new Tally('DOVECOT');
    tally.add(`${lines.join('\n')}\n`);
    expect(tally.csv()).toEqual(['2026-10-06,lan@example.test,0,1,0,0,0', '2026-10-07,lan@example.test,0,1,0,0,0']);
  });

  test('with reads: BODIES a session that fetched bodies is one read, and flags are not', () => {
    const bodies = { reads: 'BODIES' as const };
    expect(dovecot(SEEN, bodies)).toBe('ignored');
    expect(dovecot(`imap(${LAN})<1><a>: Disconnected: Logged out in=1 body_count=3 body_bytes=9`, bodies)).toBe(`read ${LAN}`);
    expect(dovecot(`imap(${LAN})<1><a>: Disconnected: Logged out in=1 body_count=0 body_bytes=0`, bodies)).toBe('ignored');
    expect(dovecot(`pop3(${LAN}): Disconnected: Logged out top=0/0, retr=2/10014, del=1/8`, bodies)).toBe(`read ${LAN}`);
  });

  test('a master session counts nothing, wherever its line stands (E-4)', () => {
    const master = `${AT}auth: passdb(quantri,203.0.113.9,master,<TQa6MfZgW9V/AAAL>): Master user logging in as ${LAN}`;
    for (const lines of [
      [AT + SEEN, master],
      [master, AT + SEEN],
    ]) {
      const tally = new Tally('DOVECOT');
      lines.forEach((line) => tally.add(`${line}\n`));
      expect(tally.csv()).toEqual([]);
    }
  });

  test('a stranger who is refused cannot take back the acts of a session (G-13)', () => {
    const hostile = `${AT}auth: sql(x,master,<TQa6MfZgW9V/AAAL>): Master user logging in as y,203.0.113.66,<abc>): unknown user`;
    const tally = new Tally('DOVECOT');
    tally.add(`${hostile}\n${AT}${SEEN}\n`);
    expect(tally.csv()).toHaveLength(1);
  });

  test('other programs are ignored and show nothing about the day (E-8)', () => {
    const tally = new Tally('DOVECOT');
    const result = tally.add(
      'Oct  5 08:17:00 mail CRON[7]: (root) CMD (x)\nOct  5 08:17:00 mail postfix/smtpd[1]: connect from x[1.2.3.4]\n',
    );
    expect(result).toMatchObject({ ignored: 2, quarantined: 0 });
    expect(result.days.size).toBe(0);
  });

  test('a server that never says that flags changed is told apart', () => {
    const tally = new Tally('DOVECOT', SETTINGS);
    expect(tally.add(`${AT}imap-login: Login: user=<${LAN}>, rip=127.0.0.1\n`).hasFlagChanges).toBe(false);
    expect(tally.add(`${AT}${SEEN}\n`).hasFlagChanges).toBe(true);
  });
});

describe('Samples of quarantined lines (E-7)', () => {
  test.each([
    [`${AT}imap-login: Signed in: user=<${LAN}>, rip=203.0.113.7`, 'imap-login: Signed … user= rip='],
    [`${AT}auth: given password: hunter2`, 'auth:'],
    [`${AT}imap-login: Token abc`, 'imap-login:'],
    ['hunter2 lan@example.test', ''],
    ['Oct  5 08:17:00 mail postfix/smtpd[1]: ABCDEF012345: client=evil secret', 'postfix/smtpd: … client='],
  ])('%s → %s', (line, sample) => expect(sampleOf(line)).toBe(sample));
});

describe('The edges of a log file (evidence.md §2)', () => {
  test('a byte order mark before the first line is no part of it, and blanks alone are a blank line', () => {
    expect(whatOf('DOVECOT', `\ufeff${AT}imap-login: Login: user=<${LAN}>, rip=1.2.3.4`)).toBe(`login ${LAN}`);
    expect(whatOf('DOVECOT', ' \t  ')).toBe('ignored');
    expect(whatOf('POSTFIX', '   ')).toBe('ignored');
  });
});
