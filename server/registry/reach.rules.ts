/** How may somebody be reached? The same forms as in the spreadsheet of officers. */
import type { Reason } from '../kernel/refusal.js';
import { mailAddress } from './address.rules.js';
import { isPhone } from './officer-import.rules.js';
import { shown } from './import-row.rules.js';
import { ROW } from './registry-import.messages.js';

export interface Reach {
  /** Another address, not the official mailbox; null: none. */
  otherEmail: string | null;
  phone: string | null;
  /** On paper rather than by e-mail. */
  prefersPaper: boolean;
}

export function reachFaults({ otherEmail, phone }: Reach): Reason[] {
  const fault = (field: keyof Reach, text: Reason['message']['text'], value: string): Reason => ({
    code: 'INVALID',
    path: ['input', field],
    message: { text, values: { value: shown(value) } },
  });
  return [
    ...(otherEmail && !mailAddress(otherEmail) ? [fault('otherEmail', ROW.address, otherEmail)] : []),
    ...(phone && !isPhone(phone) ? [fault('phone', ROW.phone, phone)] : []),
  ];
}
