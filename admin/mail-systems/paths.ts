// Addresses of lists that are already filtered; what is counted somewhere leads to what was counted.
const listOf = (path: string, filter: Record<string, unknown>): string => `${path}?filter=${encodeURIComponent(JSON.stringify(filter))}`;

export const ordersPath = (filter: Record<string, unknown>): string => listOf('/mailOrders', filter);
export const mailboxesPath = (filter: Record<string, unknown>): string => listOf('/mailboxes', filter);
export const driftsPath = (system?: string): string =>
  listOf('/drifts', { isOpen: true, ...(system !== undefined && { connector: system }) });
export const systemPath = (id: string): string => `/mailSystems/${id}/show`;
