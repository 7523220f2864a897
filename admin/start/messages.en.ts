// Words of the checklist of an empty system.
export const start = {
  title: 'Getting started',
  hint: '%{done} of %{of} steps are done. The commands run on the server, in the folder of the system.',
  again: 'Look again',
  state: { DONE: '(done)', NEXT: '(next)', LATER: '(to do)', UNKNOWN: '(done by the task force)' },
  step: {
    agencies: 'Load the agencies',
    officers: 'Load the officers',
    source: 'Name the source of mail evidence',
    log: 'Load the first mail log',
    policy: 'Adopt a usage policy',
    review: 'Open the first review',
  },
  how: {
    agencies: 'A CSV spreadsheet with code, name, kind and staff quota.',
    officers: 'A CSV spreadsheet with code, name, agency, post and mail address.',
    source: 'Each mail system is a source with its mail domains and the format of its log.',
    log: 'Several files may be loaded; loading the same file again changes nothing.',
    policy: 'Length of the window, share of days and coverage; the usual values where none are given.',
    review: 'The task force opens a review when the evidence is complete.',
  },
};
