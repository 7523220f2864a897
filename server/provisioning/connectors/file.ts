/** Temporary. */
import type { MailConnector } from '../connector.js';
export function fileConnector(name: string): MailConnector {
  return { name } as MailConnector;
}
