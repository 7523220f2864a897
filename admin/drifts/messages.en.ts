// Words about differences between mail systems and what decisions want.
export const drifts = {
  menu: 'Comparison',
  about: 'Mailboxes whose state at the mail system is otherwise than decisions want.',
  title: 'Comparison',
  hint: 'Mailboxes that are otherwise at their mail system than decisions want.',
  empty: 'No differences',
  emptyHint: 'Every mailbox that was compared is as decided. The comparison runs every night; the page of a mail system runs it at once.',
  toSystem: 'Open %{name}',
  choose: 'Choose %{address}',
  figures: 'Differences not settled, by kind',
  allSystems: 'Every mail system',
  count: 'Number',
  open: 'Not settled',
  settled: 'Settled',
  column: {
    address: 'Mailbox',
    kind: 'Kind',
    difference: 'What differs',
    standing: 'Settled',
    connector: 'Mail system',
    createdAt: 'First found at',
  },
  kind: {
    MISSING: 'Missing at the mail system',
    UNKNOWN_THERE: 'Unknown to the registry',
    OTHER_STATE: 'Another state',
    OTHER_ADDRESS: 'Another address',
  },
  words: {
    MISSING: 'Decisions want: %{expected}. At the mail system: no account.',
    UNKNOWN_THERE: 'The mail system has an account (%{found}) that the registry does not know.',
    OTHER_STATE: 'Decisions want: %{expected}. At the mail system: %{found}.',
    OTHER_ADDRESS: 'At the mail system the mailbox has another address: %{address}.',
  },
  settlement: { REPAIRED: 'Order given again', ACCEPTED: 'Accepted as it is', GONE: 'Not found any more later' },
  act: { REPAIR: 'Repair', ACCEPT: 'Accept' },
  many: { REPAIR: 'Repair %{count}', ACCEPT: 'Accept %{count}' },
  manyHint: {
    REPAIR: 'For each mailbox the order of the decision in force is given again. Without a decision nothing is changed.',
    ACCEPT: 'They stay as they are at the mail system, and are not shown again while they are what they are now.',
  },
  told: { REPAIR: 'Orders given again: %{count}', ACCEPT: 'Differences accepted: %{count}' },
  repair: {
    byDecision: 'Repair: give the order "%{order}" of decision %{number} again.',
    byUnnumbered: 'Repair: give the order "%{order}" of the decision in force again.',
    emergency: 'Repair: give the order "%{order}" of the emergency suspension that holds again.',
    noDecision: 'No decision in force asks for it: accept with a reason, or propose a decision.',
    never: {
      UNKNOWN_THERE: 'An unknown account is never changed by itself: record it in the registry, or accept with a reason.',
      OTHER_ADDRESS: 'The operator of the mail system must change the address by hand; or accept with a reason.',
    },
  },
  explained: {
    INCOMPLETE:
      'The list broke off, was cut at a limit, or is shorter than last time by more than 20 %: nothing is concluded from a partial list. Look at the mail system, then compare again.',
    TOO_MUCH:
      'More than 5 % of the mailboxes (and more than 10) differing usually means a wrong connection or a fault of the mail system, not of single mailboxes. Nothing is repaired by itself; look at the mail system first.',
  },
  stopped:
    'This comparison was stopped, for too much differs. Repairing many while the wrong mail system is connected can close or open many mailboxes by mistake.',
  evenMany: 'I have looked at the mail system and repair even so many: %{count}.',
  note: 'Why it stays',
  noteHint: 'Recorded in the audit log. For example: a shared mailbox looked after by its operators',
};
