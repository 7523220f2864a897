/** For how long are sessions, links, codes and tries kept once they open nothing any more (K-1)? */
import { lendRetention, ofRows, together } from '../kernel/retention.js';
import { identityKeeps as t } from './identity-retention.messages.js';

const days = { rule: 'K-1', unit: 'DAYS', usual: 30, least: 1, most: 365 } as const;

export function lendIdentityRetention(): void {
  lendRetention(
    {
      ...days,
      name: 'identity.sessions',
      what: t.sessions,
      why: t.sessionsWhy,
      tables: ['session'],
      ...ofRows({
        name: 'identity.sessions',
        table: 'session',
        old: ({ moment }) => `coalesce(least(t.ended_at, t.expires_at), t.expires_at) < ${moment}`,
      }),
    },
    {
      ...days,
      name: 'identity.invitations',
      what: t.invitations,
      why: t.invitationsWhy,
      tables: ['invitation'],
      ...ofRows({ name: 'identity.invitations', table: 'invitation', old: ({ moment }) => `least(t.ended_at, t.expires_at) < ${moment}` }),
    },
    {
      ...days,
      name: 'identity.accessCodes',
      what: t.codes,
      why: t.codesWhy,
      tables: ['access_code'],
      // A session that the code opened goes with it: it lasts a day, the code ninety.
      ...ofRows({ name: 'identity.accessCodes', table: 'access_code', old: ({ moment }) => `t.expires_at < ${moment}` }),
    },
    {
      ...days,
      usual: 1,
      most: 30,
      name: 'identity.guesses',
      what: t.guesses,
      why: t.guessesWhy,
      tables: ['guess', 'spent_challenge', 'spent_sign_on'],
      ...together(
        ofRows({ name: 'identity.guesses', table: 'guess', old: ({ moment }) => `t.at < ${moment}` }),
        ofRows({ name: 'identity.guesses', table: 'spent_challenge', key: ['hash'], old: ({ moment }) => `t.expires_at < ${moment}` }),
        ofRows({ name: 'identity.guesses', table: 'spent_sign_on', key: ['state_hash'], old: ({ moment }) => `t.kept_until < ${moment}` }),
      ),
    },
  );
}
