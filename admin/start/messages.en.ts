// Words of the checklist of an empty system.
export const start = {
  title: 'Getting started',
  hint: '%{done} of %{of} steps are done.',
  commands: 'The commands run on the server, in the folder of the system.',
  byAdministrator: 'The administrator does these steps on the server.',
  postgres: 'On PostgreSQL: load the settings of the server first (docs/operating.md).',
  again: 'Look again',
  state: { DONE: '(done)', NEXT: '(next)', LATER: '(to do)', UNKNOWN: '(done by the task force)' },
  step: {
    people: 'Invite the task force (accounts)',
    agencies: 'Load the agencies',
    officers: 'Load the officers',
    source: 'Name the source of mail evidence',
    log: 'Load the first mail log',
    policy: 'Adopt a usage policy',
    review: 'Open the first review',
  },
  how: {
    people: 'Make an account with the role Task force and send each person their one-time link.',
    agencies: 'A CSV spreadsheet with the columns code, name_vi, name_en, kind, staff_quota, mail_domain, parent_code.',
    officers: 'A CSV spreadsheet with the columns officer_code, full_name, agency_code, post, is_leader, mailbox, since.',
    source: 'Each mail system is a source with its mail domains and the format of its log.',
    log: 'Several files may be loaded; loading the same file again changes nothing.',
    policy: 'Length of the window, share of days and coverage; the usual values where none are given.',
    review: 'The task force opens a review when the evidence is complete.',
  },
};
