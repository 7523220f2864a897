/** The acts of registry-actions.rules.ts as the schema shows them. */
import { registerEnumType } from 'type-graphql';
import {
  AGENCY_ACTIONS,
  type AgencyAction as AgencyActionName,
  OFFICER_ACTIONS,
  type OfficerAction as OfficerActionName,
} from './registry-actions.rules.js';

const enumOf = <T extends string>(names: readonly T[]) => Object.fromEntries(names.map((name) => [name, name])) as { [N in T]: N };

export const OfficerAction = enumOf<OfficerActionName>(OFFICER_ACTIONS);
export const AgencyAction = enumOf<AgencyActionName>(AGENCY_ACTIONS);

registerEnumType(OfficerAction, {
  name: 'OfficerAction',
  description: 'What can be done with an officer’s file.',
  valuesConfig: {
    UPDATE: { description: 'Correct it: officerUpdate.' },
    TRANSFER: { description: 'Move the officer to another post: officerTransfer.' },
    RECORD_OTHER_POST: { description: 'Record a post beside the main one: officerRecordOtherPost.' },
    RECORD_ABSENCE: { description: 'Record excused days: officerRecordAbsence.' },
    LEAVE: { description: 'Record that the officer leaves: officerLeave.' },
    SET_REACH: { description: 'Say how the officer is reached by letter: officerSetReach.' },
  },
});

registerEnumType(AgencyAction, {
  name: 'AgencyAction',
  description: 'What can be done with an agency.',
  valuesConfig: {
    UPDATE: { description: 'Change it: agencyUpdate.' },
    CLOSE: { description: 'Close it: agencyClose.' },
  },
});
