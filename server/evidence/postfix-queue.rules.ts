/**
 * Who submitted a message, and to whom did it go? The two kinds of queue lines that count, read to their end (evidence.md §4).
 */

export interface Client {
  /** Undefined for mail from outside, from a filter, and for re-injection. */
  login: string | undefined;
}

const CLIENT = /^[^\s[\],]*\[[0-9a-z:.%]+\](?::\d+)?/i;
const LOGIN = /^, sasl_method=[\w.-]+, sasl_username=([^,]+?)(?:, sasl_sender=[^,]*)?$/i;
const ORIGIN = /^(?:, (?:orig_queue_id|orig_client|sasl_sender)=[^,]*)*$/i;

/** What stands after `client=`; undefined when it does not parse to its end. */
export function readClient(text: string): Client | undefined {
  const client = CLIENT.exec(text);
  if (!client) return undefined;
  const rest = text.slice(client[0].length);
  if (rest === '' || ORIGIN.test(rest)) return { login: undefined };
  const login = LOGIN.exec(rest);
  return login ? { login: login[1]! } : undefined;
}

export interface Delivery {
  to: string;
  origTo: string | undefined;
  status: string;
  /** Handed on to another address by an alias instead of being stored. */
  isPassedOn: boolean;
}

/** `to=<…>[, orig_to=<…>], relay=…, status=sent (…)`; undefined when it does not parse to its end. */
export function readDelivery(text: string): Delivery | undefined {
  const to = readRecipient(text, 3);
  if (!to) return undefined;
  let at = to.end;
  let origTo: string | undefined;
  if (text.startsWith(', orig_to=', at)) {
    const original = readRecipient(text, at + 10);
    if (!original) return undefined;
    origTo = original.address;
    at = original.end;
  }
  const statusAt = text.indexOf(', status=', at);
  if (statusAt < 0) return undefined;
  if (!/^(?:, [a-z_]+=[^,]*)*$/i.test(text.slice(at, statusAt))) return undefined;
  const status = /^([a-z-]+)(?: \((.*)\))?$/i.exec(text.slice(statusAt + 9));
  if (!status) return undefined;
  return { to: to.address, origTo, status: status[1]!.toLowerCase(), isPassedOn: status[2]?.startsWith('forwarded as ') === true };
}

/** `<lan@x>`, `lan@x` without brackets, `<"john doe"@x>`: the quoted part may hold anything, so it is skipped first. */
function readRecipient(text: string, from: number): { address: string; end: number } | undefined {
  if (text.charCodeAt(from) !== 60) {
    const bare = /^[^\s,<>"]+/.exec(text.slice(from, from + 400))?.[0];
    return bare ? { address: bare, end: from + bare.length } : undefined;
  }
  let at = from + 1;
  if (text.charCodeAt(at) === 34) {
    for (at++; at < text.length && text.charCodeAt(at) !== 34; at++) if (text.charCodeAt(at) === 92) at++;
    if (text.charCodeAt(at + 1) !== 64) return undefined;
  }
  const close = text.indexOf('>', at);
  if (close < 0 || (close + 1 < text.length && text.charCodeAt(close + 1) !== 44)) return undefined;
  return { address: text.slice(from + 1, close), end: close + 1 };
}
