/** What changes in the demonstration city's registry: transfers, promotions, newcomers, leavers, absences, posts beside the main one. */
import { addDays } from '../kernel/calendar.js';
import type { Day } from '../kernel/calendar.js';
import type { Window } from '../review/policy.rules.js';
import type { Chance } from './demo-random.js';
import type { DemoOfficer, DemoRegistry } from './demo-facts.js';
import { BLIND_AGENCY, LAGGING_AGENCY, MEMBER_AGENCIES } from './demo-facts.js';

/** Transfers, promotions, newcomers, leavers, absences, posts held beside the main one, and role mailboxes given to a clerk. */
export function moveSome({ windows, agencies, officers, sharedMailboxes }: DemoRegistry, chance: Chance): void {
  const [, second, third] = windows as [Window, Window, Window];
  const untouched = officers.filter(
    ({ code }) => !code.startsWith(`${LAGGING_AGENCY}-`) && !code.startsWith(`${BLIND_AGENCY}-`) && !/-000[1-5]$/.test(code),
  );
  const share = (part: number, do_: (officer: DemoOfficer) => void) => {
    for (let left = Math.max(1, Math.round(officers.length * part)); left > 0 && untouched.length; left--) {
      do_(untouched.splice(Math.floor(chance.next() * untouched.length), 1)[0]!);
    }
  };
  const end = (officer: DemoOfficer, day: Day) => {
    const posting = officer.postings[0]!;
    posting.untilOn = addDays(day, -1);
    return posting;
  };
  const document = (officer: DemoOfficer) => `Văn bản số ${chance.whole(10, 990)}/${officer.postings[0]!.agencyCode}-VP`;

  // Two by two, so that every agency keeps its number.
  let waiting: { officer: DemoOfficer; day: Day } | undefined;
  share(0.009, (officer) => {
    const { agencyCode } = officer.postings[0]!;
    if (
      !waiting ||
      waiting.officer.postings[0]!.agencyCode === agencyCode ||
      waiting.officer.postings[0]!.isLeader !== officer.postings[0]!.isLeader
    ) {
      waiting = { officer, day: addDays(second.from, chance.whole(0, 120)) };
      return;
    }
    const { officer: other, day } = waiting;
    waiting = undefined;
    const [mine, theirs] = [end(officer, day), end(other, day)];
    officer.postings.push({ ...theirs, fromOn: day, untilOn: null });
    other.postings.push({ ...mine, fromOn: day, untilOn: null });
  });
  share(0.004, (officer) => {
    if (officer.postings[0]!.isLeader) return;
    const day = addDays(second.from, chance.whole(0, 150));
    officer.postings.push({ ...end(officer, day), post: 'Phó Trưởng phòng', isLeader: true, fromOn: day, untilOn: null });
  });
  share(0.004, (officer) => {
    officer.postings[0]!.fromOn = addDays(second.from, chance.whole(0, 170));
    for (const mailbox of officer.mailboxes) mailbox.createdOn = officer.postings[0]!.fromOn;
  });
  share(0.002, (officer) => {
    officer.leftOn = addDays(third.from, chance.whole(45, 85));
    officer.postings[0]!.untilOn = officer.leftOn;
  });
  share(0.016, (officer) => {
    const fromOn = addDays(windows[0]!.from, chance.whole(0, 255));
    officer.absences.push({ fromOn, untilOn: addDays(fromOn, chance.whole(4, 20)), document: document(officer) });
  });
  share(0.004, (officer) => {
    const fromOn = addDays(windows[chance.whole(0, 1)]!.from, -chance.whole(0, 20));
    officer.absences.push({ fromOn, untilOn: addDays(fromOn, 182), document: document(officer) });
  });
  share(0.0012, (officer) => {
    const { agencyCode } = officer.postings[0]!;
    const other = chance.pick(agencies.filter(({ code }) => code !== agencyCode && code !== LAGGING_AGENCY));
    const fromOn = addDays(second.from, -chance.whole(0, 400));
    officer.postings.push({
      agencyCode: other.code,
      isMain: false,
      post: 'Thành viên Tổ giúp việc',
      isLeader: false,
      fromOn,
      untilOn: null,
    });
  });
  const member = officers.find(({ code }) => code === `${MEMBER_AGENCIES[0]}-0001`)!;
  member.postings.push({
    agencyCode: LAGGING_AGENCY,
    isMain: false,
    post: 'Ủy viên kiêm nhiệm',
    isLeader: false,
    fromOn: addDays(windows[0]!.from, -200),
    untilOn: null,
  });
  for (const mailbox of sharedMailboxes.filter(({ kind }) => kind === 'ROLE').filter((_, i) => i % 4 === 0)) {
    const agency = agencies.find(({ mailDomain }) => mailbox.address.endsWith(`@${mailDomain}`))!;
    if (agency.code === LAGGING_AGENCY || agency.code === BLIND_AGENCY) continue;
    const clerk = officers.find(
      ({ postings, mailboxes }) => postings[0]!.agencyCode === agency.code && postings[0]!.post === 'Văn thư viên' && mailboxes.length,
    );
    if (!clerk) continue;
    clerk.mailboxes.push(mailbox);
    sharedMailboxes.splice(sharedMailboxes.indexOf(mailbox), 1);
  }
}
