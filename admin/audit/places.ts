// Where the object of an act can be looked at.
const pages: Record<string, string> = {
  agency: 'agencies',
  officer: 'officers',
  review: 'reviews',
  finding: 'findings',
  user: 'users',
};

/** The page of "officer:…"; null for what has no page of its own. */
export function placeOf(subject: string): string | null {
  const [kind, id] = subject.split(':');
  const page = kind && pages[kind];
  return page && id ? `/${page}/${id}/show` : null;
}
