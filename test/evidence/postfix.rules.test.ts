import { describe, expect, test } from '@jest/globals';
import type { SourceSettings } from '../../server/evidence/act.rules.js';
import { Tally, whatOf } from './tally.js';

const LAN = 'lan@example.test';
const postfix = (text: string, settings: Partial<SourceSettings> = {}) => whatOf('POSTFIX', `Oct  5 08:17:00 mail ${text}`, settings);
const ID = 'C3E2E22E3C5';

describe('Postfix (evidence.md §4)', () => {
  test.each([
    [`postfix/smtpd[1]: ${ID}: client=pc[203.0.113.7], sasl_method=PLAIN, sasl_username=${LAN}`, `sent ${LAN}`],
    [
      `postfix/submission/smtpd[1]: ${ID}: client=unknown[2001:db8::7]:50112, sasl_method=PLAIN, sasl_username=LAN@example.test, sasl_sender=other@example.test`,
      `sent ${LAN}`,
    ],
    [`postfix-out/smtps/smtpd[1]: 4XyZab3Lk9z12Qs: client=pc[203.0.113.7], sasl_method=LOGIN, sasl_username=${LAN}`, `sent ${LAN}`],
    [`postfix/smtpd[1]: ${ID}: client=mx[203.0.113.9]`, 'ignored'],
    [`postfix/smtpd[1]: ${ID}: client=localhost[127.0.0.1], orig_queue_id=ABCDEF0, orig_client=mx[203.0.113.9]`, 'ignored'],
    [`postfix/smtpd[1]: ${ID}: client=pc[203.0.113.7], sasl_method=PLAIN, sasl_username=`, 'quarantined UNKNOWN_FORM'],
    [`postfix/smtpd[1]: ${ID}: client=pc[203.0.113.7], sasl_method=PLAIN, sasl_user`, 'quarantined UNKNOWN_FORM'],
    [
      `postfix/smtpd[1]: ${ID}: client=pc[203.0.113.7], sasl_method=PLAIN, sasl_username=u0name=u05@example.test`,
      'quarantined BAD_ADDRESS',
    ],
    [`postfix/smtpd[1]: ${ID}: client=pc[203.0.113.7], sasl_method=PLAIN, sasl_username=lan`, 'quarantined NO_DOMAIN'],
    [`postfix/smtpd[1]: ${ID}: client=pc[203.0.113.7], sasl_method=PLAIN, sasl_username=a@other.test`, 'ignored'],
    [
      `postfix/smtp[1]: ${ID}: to=<x@other.test>, orig_to=<${LAN}>, relay=mx[203.0.113.9]:25, delay=0.03, delays=0/0.03/0/0, dsn=2.0.0, status=sent (250 Ok)`,
      `forwarded ${LAN}`,
    ],
    [
      `postfix/smtp[1]: ${ID}: to=<x@other.test>, orig_to=<${LAN}>, relay=mx[203.0.113.9]:25, delay=0.03, status=deferred (451 later)`,
      'ignored',
    ],
    [`postfix/lmtp[1]: ${ID}: to=<minh@example.test>, orig_to=<${LAN}>, relay=x, status=sent (250 Saved)`, 'ignored'],
    [`postfix/smtp[1]: ${ID}: to=<"minh thu"@example.test>, orig_to=<${LAN}>, relay=x, status=sent (250 Saved)`, 'ignored'],
    [`postfix/smtp[1]: ${ID}: to=<thu=minh@example.test>, orig_to=<${LAN}>, relay=x, status=sent (250 Saved)`, 'ignored'],
    [`postfix/smtp[1]: ${ID}: to=<"minh thu"@other.test>, orig_to=<${LAN}>, relay=x, status=sent (250 Ok)`, `forwarded ${LAN}`],
    [`postfix/smtp[1]: ${ID}: to=<x@other.test>, orig_to=<y@third.test>, relay=x, status=sent (250)`, 'ignored'],
    [`postfix/smtp[1]: ${ID}: to=<"a>, orig_to=<${LAN}>, relay=x, status=sent (x)"@other.test>, relay=x, status=sent (250)`, 'ignored'],
    [`postfix/lmtp[1]: ${ID}: to=<${LAN}>, relay=x[1.2.3.4]:24, delay=0, status=sent (250 Saved)`, 'ignored'],
    [`postfix/local[1]: ${ID}: to=${LAN}, relay=local, delay=0, status=bounced (unknown user)`, 'ignored'],
    [`postfix/smtp[1]: ${ID}: to=<"john doe"@other.test>, relay=x, status=sent (ok)`, 'ignored'],
    [`postfix/smtp[1]: ${ID}: to=<x@other.test>, rel`, 'quarantined UNKNOWN_FORM'],
    [`postfix/smtpd[1]: warning: pc[203.0.113.66]: SASL LOGIN authentication failed: UGFzc3dvcmQ6, sasl_username=${LAN}`, 'ignored'],
    [`postfix/smtpd[1]: NOQUEUE: reject: RCPT from pc[203.0.113.7]: 554 5.7.1 <x>: denied; sasl_username=${LAN}`, 'ignored'],
    [`postfix/smtpd[1]: NOQUEUE: client=pc[203.0.113.7], sasl_method=PLAIN, sasl_username=${LAN}`, 'ignored'],
    [`postfix/smtpd[1]: NOQUEUE: hold: RCPT from x`, 'ignored'],
    ['postfix/smtpd[1]: connect from localhost[127.0.0.1]', 'ignored'],
    ['postfix/smtpd[1]: disconnect from localhost[127.0.0.1] ehlo=1 quit=1', 'ignored'],
    [`postfix/cleanup[1]: ${ID}: message-id=<x>`, 'ignored'],
    [`postfix/qmgr[1]: ${ID}: from=<${LAN}>, size=1, nrcpt=1 (queue active)`, 'ignored'],
    [`postfix/qmgr[1]: ${ID}: removed`, 'ignored'],
    ['postfix/anvil[1]: statistics: max connection rate 1/60s', 'ignored'],
    ['postfix/brandnew[1]: hello', 'quarantined UNKNOWN_SERVICE'],
    ['postfix/smtpd[1]: a form nobody knows', 'quarantined UNKNOWN_FORM'],
    ['CRON[7]: (root) CMD (x)', 'ignored'],
  ])('%s → %s', (line, what) => expect(postfix(line)).toBe(what));

  test('received counts only where no Dovecot source stands beside it', () => {
    const line = `postfix/lmtp[1]: ${ID}: to=<${LAN}>, relay=x[1.2.3.4]:24, delay=0, status=sent (250 Saved)`;
    expect(postfix(line, { countsReceived: true })).toBe(`received ${LAN}`);
    expect(postfix(line.replace('sent (', 'bounced ('), { countsReceived: true })).toBe('ignored');
  });

  test('a queue id of another day is another message, the same line twice is one (E-6)', () => {
    const tally = new Tally('POSTFIX');
    const of = (day: string) =>
      `${day} 08:17:00 mail postfix/smtpd[1]: ABCDEF: client=pc[203.0.113.7], sasl_method=PLAIN, sasl_username=${LAN}\n`;
    tally.add(of('Oct  5') + of('Oct  5') + of('Oct  6'));
    expect(tally.csv()).toEqual([`2026-10-05,${LAN},1,0,0,0,0`, `2026-10-06,${LAN},1,0,0,0,0`]);
  });

  test('a short queue id used by two officers on one day is two messages, in whatever order their files come (E-6)', () => {
    const of = (user: string) =>
      `Oct  5 08:17:00 mail postfix/smtpd[1]: ABCDEF: client=pc[203.0.113.7], sasl_method=PLAIN, sasl_username=${user}@example.test\n`;
    for (const files of [[of('lan') + of('minh')], [of('lan'), of('minh')], [of('minh'), of('lan')]]) {
      const tally = new Tally('POSTFIX');
      for (const file of files) tally.add(file);
      expect(tally.csv()).toEqual(['2026-10-05,lan@example.test,1,0,0,0,0', '2026-10-05,minh@example.test,1,0,0,0,0']);
    }
  });
});
