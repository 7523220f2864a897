/** Can a SCIM server be used as its settings say? Everything is asked and nothing written; also told is how far late orders are kept out there. */
import type { Text } from '../../kernel/language.js';
import type { Health } from '../connector.js';
import { type Answer, setbackOf } from './scim-answer.rules.js';
import { byExternalId, type ScimSystem } from './scim-find.js';
import { scimStepTexts as texts } from './scim.messages.js';
import { isResource } from './scim-user.rules.js';

const supports = (config: unknown, feature: string): boolean => {
  const part = isResource(config) ? config[feature] : undefined;
  return isResource(part) && part.supported === true;
};

const bodyOf = (answer: Answer): unknown => ('body' in answer ? answer.body : undefined);

/** What keeps a late order from undoing a newer one: the server itself only with both, versions and the number of the order. */
function guarantee(hasVersions: boolean, hasNumber: boolean): Text {
  if (hasNumber) return hasVersions ? texts.fenced : texts.looked;
  return hasVersions ? texts.versioned : texts.unfenced;
}

/** Asks the server for its description, a list of one, and an account that cannot be there. */
export async function checkScim(system: ScimSystem): Promise<Health> {
  const { door, place, manner } = system;
  const steps: Health['steps'] = [];
  const step = (name: Text, fault: string | undefined): void =>
    void steps.push({ name, isWell: fault === undefined, ...(fault !== undefined && { detail: fault }) });
  const faultOf = (answer: Answer): string | undefined => setbackOf(answer, false, place.secrets)?.message;
  const listFault = (answer: Answer): string | undefined => {
    const body = bodyOf(answer);
    return faultOf(answer) ?? (isResource(body) && typeof body.totalResults === 'number' ? undefined : 'the answer is no SCIM list');
  };

  const described = await door.ask('GET', '/ServiceProviderConfig');
  const config = bodyOf(described);
  step(texts.describes, faultOf(described) ?? (isResource(config) ? undefined : 'the answer is no description of a SCIM server'));
  // Not reachable at all: the rest would only wait for the same time limit again.
  if (described.status === 0) return { isWell: false, steps };
  step(texts.lists, listFault(await door.ask('GET', '/Users?startIndex=1&count=1')));
  const nobody = await door.ask('GET', byExternalId('hopthu-check-nobody'));
  const body = bodyOf(nobody);
  const isIgnored = isResource(body) && body.totalResults !== 0;
  step(texts.finds, listFault(nobody) ?? (isIgnored ? 'an account was found that cannot be there' : undefined));
  step(texts.patches, supports(config, 'patch') ? undefined : 'the server does not say that it supports PATCH');
  step(guarantee(supports(config, 'etag'), manner.fence !== undefined), undefined);
  return { isWell: steps.every(({ isWell }) => isWell), steps };
}
