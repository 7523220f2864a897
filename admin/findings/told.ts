// What shows a finding or what was said of it, and is asked again after that has changed.
export const toldOfFindings = [
  'findings',
  'officers',
  'checks',
  'FindingContestFile',
  'OfficerFindings',
  'AgencyCheckLines',
  'ReviewCampaign',
  'OfficerDecisions',
  'AuditEvents',
];
