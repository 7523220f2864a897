// Words of the record of acts.
export const auditLog = {
  menu: 'Audit log',
  about: 'Who did what, and when; nobody can rewrite it.',
  title: 'Audit log',
  empty: 'Nothing is recorded yet',
  emptyHint: 'Each act that changes something, and each reading of a person’s evidence, is recorded here.',
  trail: 'Audit trail',
  trailHint: 'What was done to this, as far as this account may see it, newest first. The log can be neither changed nor deleted.',
  none: 'Nothing is recorded that this account may see.',
  more: 'Show %{count} earlier acts',
  all: 'See all %{count} acts in the log',
  only: 'Only about: %{name}',
  kind: 'Log about',
  kinds: { agency: 'Agency', officer: 'Officer', user: 'Account', review: 'Review' },
  column: { at: 'Time', actor: 'Who', summary: 'What was done', subject: 'To what', seq: 'Number' },
};
