import { expect, test } from '@jest/globals';
import { agencyActions, officerActions } from '../../server/registry/registry-actions.rules.js';

const REGISTRAR = { mayChange: true, mayRecordAbsence: true, maySetReach: true, isOwnFile: false, hasLeft: false };

test('a file is changed by registrars, its absences by the contact too, and by nobody in the own case (G-15)', () => {
  expect(officerActions(REGISTRAR)).toEqual(['UPDATE', 'TRANSFER', 'RECORD_OTHER_POST', 'RECORD_ABSENCE', 'LEAVE', 'SET_REACH']);
  expect(officerActions({ ...REGISTRAR, mayChange: false })).toEqual(['RECORD_ABSENCE', 'SET_REACH']);
  expect(officerActions({ ...REGISTRAR, mayRecordAbsence: false, mayChange: false, maySetReach: false })).toEqual([]);
  expect(officerActions({ ...REGISTRAR, isOwnFile: true })).toEqual(['SET_REACH']);
});

test('whoever has left neither moves nor leaves again; what was before can still be recorded', () => {
  expect(officerActions({ ...REGISTRAR, hasLeft: true })).toEqual(['UPDATE', 'RECORD_OTHER_POST', 'RECORD_ABSENCE', 'SET_REACH']);
});

test('an agency is closed once', () => {
  expect(agencyActions(true, false)).toEqual(['UPDATE', 'CLOSE']);
  expect(agencyActions(true, true)).toEqual(['UPDATE']);
  expect(agencyActions(false, false)).toEqual([]);
});
