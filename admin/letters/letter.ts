// A letter to a person as the panel knows it: its states in the order they are shown, and what belongs on one sheet. Pure.
export type LetterState = 'WAITING' | 'SENT' | 'TO_HAND_OVER' | 'RECEIVED' | 'LAPSED';
export type LetterChannel = 'EMAIL' | 'PAPER';
export type LetterAction = 'RECORD_RECEIPT' | 'MARK_PRINTED' | 'SEND_AGAIN';
export type ReceiptMeans = 'SIGNED' | 'REFUSED_TO_SIGN' | 'TOLD_BY_PHONE' | 'REGISTERED_POST' | 'AGENCY_BOARD';

export const letterStates: readonly LetterState[] = ['TO_HAND_OVER', 'WAITING', 'SENT', 'RECEIVED', 'LAPSED'];
export const receiptMeans: readonly ReceiptMeans[] = ['SIGNED', 'REFUSED_TO_SIGN', 'TOLD_BY_PHONE', 'REGISTERED_POST', 'AGENCY_BOARD'];

/** The paragraphs of a letter: an empty line is between them. */
export function paragraphsOf(body: string): string[] {
  return body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}

interface AboutClass<Class> {
  about: string;
  officer: { enrolments: readonly { id: string; trainingClass: Class }[] };
}

/** The class a letter is about, by the enrolment it names; undefined for one about something else, or a class the reader may not see. */
export function classOf<Class>({ about, officer }: AboutClass<Class>): Class | undefined {
  const [kind, id] = about.split(':');
  return kind === 'enrolment' ? officer.enrolments.find((enrolment) => enrolment.id === id)?.trainingClass : undefined;
}

/** The kinds among letters, each with its name and how many there are, the most first. */
export function kindsOf(letters: readonly { kind: string; kindName: string }[]): { kind: string; name: string; count: number }[] {
  const kinds = new Map<string, { kind: string; name: string; count: number }>();
  for (const { kind, kindName } of letters) kinds.set(kind, { kind, name: kindName, count: (kinds.get(kind)?.count ?? 0) + 1 });
  return [...kinds.values()].sort((a, b) => b.count - a.count);
}

/** The case a letter is about; undefined for one about something else. */
export const caseOf = (about: string): string | undefined => /^decision:(.+)$/.exec(about)?.[1];

interface Called {
  id: string;
  about: string;
  officer: { id: string };
}

/** Whom to call: each officer and matter once, however many letters there were. */
export function callsOf<Row extends Called>(letters: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return letters.filter(({ officer, about }) => {
    const key = `${officer.id} ${about}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
