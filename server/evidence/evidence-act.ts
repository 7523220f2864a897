/** The acts that a source can show (E-8), as the schema names them. */
import { registerEnumType } from 'type-graphql';

export enum EvidenceAct {
  SENT = 'SENT',
  READ = 'READ',
  LOGIN = 'LOGIN',
  RECEIVED = 'RECEIVED',
}

registerEnumType(EvidenceAct, {
  name: 'EvidenceAct',
  description: 'Something that evidence can show of a mailbox.',
  valuesConfig: {
    SENT: { description: 'A message was sent under the officer’s own login.' },
    READ: { description: 'A message was read.' },
    LOGIN: { description: 'A successful login; weak by itself (E-3).' },
    RECEIVED: { description: 'A message was received; never use (E-4).' },
  },
});
