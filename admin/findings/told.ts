// What shows a finding or what was said of it, and is asked again after that has changed.
export const toldOfFindings = [
  'findings',
  'officers',
  'checks',
  'FindingFile',
  'FindingContestFile',
  'OfficerFindings',
  'AgencyCheckLines',
  'ReviewCampaign',
  'OfficerDecisions',
  'CheckBars',
  'CheckWork',
  'ForceCheckWork',
  'AuditEvents',
];
