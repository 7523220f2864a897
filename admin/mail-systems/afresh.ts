// Which lists and questions are asked again after something was done to mail systems, orders, mailboxes or differences.
export const toldOfMail = [
  'MailSystems',
  'MailSystem',
  'MailComparisons',
  'MailOrderFigures',
  'MailOrderAttempts',
  'MailOrderPlan',
  'MailDriftFigures',
  'MailMailbox',
  'MailWork',
  'mailOrders',
  'mailboxes',
  'drifts',
  'AuditEvents',
] as const;
