// What shows the check of an agency or an answer in it, and is asked again after one of them was changed.
export const toldOfAnswers = [
  'checks',
  'AgencyCheckLines',
  'findings',
  'ReviewCampaign',
  'CheckBars',
  'CheckWork',
  'ForceCheckWork',
  'AuditEvents',
];
