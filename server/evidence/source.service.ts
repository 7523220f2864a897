/** Saving a source by its name: which mail system, which domains, which zone, and what it can show (E-8). */
import { perform, type Act, type Acting } from '../identity/command.js';
import type { Message } from '../kernel/language.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import type { EvidenceFormat } from './act.rules.js';
import { isAddress, isNetwork } from './address.rules.js';
import type { EvidenceAct } from './evidence-act.js';
import type { ReadsFrom } from './evidence-format.js';
import { EvidenceSource } from './evidence-source.entity.js';
import { evidenceAccess } from './evidence.access.js';
import { evidenceMessages } from './evidence.messages.js';
import { SHOWABLE, shownByDefault } from './shows.rules.js';
import { isTimeZone } from './stamp.rules.js';

export interface SourceFacts {
  name: string;
  format: EvidenceFormat;
  mailDomains: readonly string[];
  timeZone: string;
  shows?: readonly `${EvidenceAct}`[] | null;
  ignoredAddresses?: readonly string[] | null;
  ignoredAccounts?: readonly string[] | null;
  /** What is not given stays as it is. */
  defaultDomain?: string | null;
  reads?: `${ReadsFrom}` | null;
  countsReceived?: boolean | null;
  pollingLogins?: number | null;
}

const LONGEST_NAME = 100;
const LEAST_POLLING = 2;
const MOST_POLLING = 1000;
const DOMAIN = /^[^\s@]{1,255}$/;
const at = (...path: string[]) => ['input', ...path];
const invalid = (path: string[], message: Message): Reason => ({ code: 'INVALID', path: at(...path), message });
const cleaned = (values: readonly string[] | null | undefined) =>
  [...new Set((values ?? []).map((value) => value.trim().normalize('NFC').toLowerCase()))].filter(Boolean);

function faultsOf(facts: SourceFacts): Reason[] {
  const faults: Reason[] = [];
  const name = facts.name.trim();
  if (name === '' || name.length > LONGEST_NAME)
    faults.push({ code: name ? 'INVALID' : 'REQUIRED', path: at('name'), message: { text: evidenceMessages.nameMissing } });
  const domains = cleaned(facts.mailDomains);
  if (domains.length === 0) faults.push({ code: 'REQUIRED', path: at('mailDomains'), message: { text: evidenceMessages.domainsMissing } });
  const wrong = (values: readonly string[], path: string, isGood: (value: string) => boolean, text: Message['text']) =>
    values.forEach((value, i) => isGood(value) || faults.push(invalid([path, String(i)], { text, values: { value } })));
  wrong(domains, 'mailDomains', (value) => DOMAIN.test(value) && isAddress(`x@${value}`), evidenceMessages.domainWrong);
  wrong(cleaned(facts.ignoredAddresses), 'ignoredAddresses', isNetwork, evidenceMessages.ipWrong);
  wrong(cleaned(facts.ignoredAccounts), 'ignoredAccounts', isAddress, evidenceMessages.accountWrong);
  if (!isTimeZone(facts.timeZone))
    faults.push(invalid(['timeZone'], { text: evidenceMessages.zoneWrong, values: { value: facts.timeZone } }));
  const beyond = (facts.shows ?? []).filter((act) => !SHOWABLE[facts.format].includes(act));
  if (beyond.length) {
    faults.push(invalid(['shows'], { text: evidenceMessages.showsWrong, values: { format: facts.format, acts: beyond.join(', ') } }));
  }
  const { pollingLogins: logins } = facts;
  if (logins != null && (logins < LEAST_POLLING || logins > MOST_POLLING)) {
    faults.push(invalid(['pollingLogins'], { text: evidenceMessages.pollingWrong, values: { least: LEAST_POLLING, most: MOST_POLLING } }));
  }
  wrong(
    cleaned(facts.defaultDomain ? [facts.defaultDomain] : []),
    'defaultDomain',
    (value) => domains.includes(value),
    evidenceMessages.defaultDomainWrong,
  );
  return faults;
}

/** Makes the source, or changes the one of that name. */
export async function saveSource(acting: Acting, facts: SourceFacts): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(evidenceAccess.changeSources, undefined);
    const faults = faultsOf(facts);
    if (faults.length) throw new Refusal(...faults);
    await act.em.execute("select pg_advisory_xact_lock(hashtext('evidence.source'))");
    const name = facts.name.trim().normalize('NFC');
    const known = await act.em.findOne(EvidenceSource, { name });
    const source = known ?? (await newSource(act, name));
    if (known && known.format !== facts.format) await refuseOtherFormat(act, known);
    source.format = facts.format;
    source.mailDomains = cleaned(facts.mailDomains);
    source.timeZone = facts.timeZone;
    source.shows = [...(facts.shows ?? shownByDefault(facts.format, facts.countsReceived ?? source.countsReceived))] as EvidenceAct[];
    source.ignoredAddresses = cleaned(facts.ignoredAddresses);
    source.ignoredAccounts = cleaned(facts.ignoredAccounts);
    if (facts.defaultDomain !== undefined) source.defaultDomain = cleaned(facts.defaultDomain ? [facts.defaultDomain] : [])[0] ?? null;
    source.reads = facts.reads ?? source.reads;
    source.countsReceived = facts.countsReceived ?? source.countsReceived;
    source.pollingLogins = facts.pollingLogins ?? source.pollingLogins;
    act.em.persist(source);
    const { mailDomains, timeZone, shows, ignoredAddresses, ignoredAccounts, defaultDomain, reads, countsReceived, pollingLogins } = source;
    act.record('evidence.source.save', `evidence-source:${source.id}`, {
      name,
      format: facts.format,
      mailDomains,
      timeZone,
      shows,
      ignoredAddresses,
      ignoredAccounts,
      defaultDomain,
      reads,
      countsReceived,
      pollingLogins,
    });
    return source.id;
  });
}

async function newSource(act: Act, name: string): Promise<EvidenceSource> {
  const source = new EvidenceSource();
  const [last] = await act.em.execute<{ number: number }[]>('select coalesce(max(number), 0)::int as number from evidence_source');
  source.number = last!.number + 1;
  source.name = name;
  return source;
}

async function refuseOtherFormat(act: Act, source: EvidenceSource): Promise<void> {
  const days = await act.em.execute<unknown[]>(`select 1 from evidence_source_day where source = ${source.number} limit 1`);
  if (days.length === 0) return;
  const values = { format: source.format };
  throw new Refusal({ code: 'CONFLICT', path: at('format'), message: { text: evidenceMessages.formatFixed, values } });
}
