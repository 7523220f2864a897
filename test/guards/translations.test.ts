/** Is every word of the panel in both languages, and none written into a component? Beside each check stands a broken example it must find. */
import { describe, expect, test } from '@jest/globals';
import { type GraphQLEnumType, buildSchema } from 'graphql';
import english from 'ra-language-english';
import { messages as en } from '../../admin/shell/messages.en.js';
import { messages as vi } from '../../admin/shell/messages.vi.js';
import { type Source, codeOf, read } from './source.js';
import { flat, gapsOf, literalTexts, missingKeys } from './translations.js';

const viKeys = flat(vi);
const enKeys = flat(en);
const keys: ReadonlySet<string> = new Set(viKeys.keys());
const folders: ReadonlySet<string> = new Set(Object.keys(vi));
const code = codeOf('admin').filter(({ path }) => !/messages\.(vi|en)\.ts$|\/(shell|react-admin)\.(vi|en)\.ts$|vite\.config/.test(path));
const components = code.filter(({ path }) => path.endsWith('.tsx'));

const file = (text: string): Source => ({ path: 'admin/broken/Broken.tsx', text });

/** Where the words of an enumeration stand. Every value the server may send has a word. */
const enumerations: [folder: string, name: string][] = [
  ['ui.tier', 'UsageTier'],
  ['ui.tierShort', 'UsageTier'],
  ['ui.whyNot', 'NotAssessedReason'],
  ['ui.cause', 'Cause'],
  ['ui.step', 'NextStep'],
  ['ui.stepHint', 'NextStep'],
  ['ui.signal', 'FindingSignal'],
  ['ui.mailbox', 'MailboxState'],
  ['ui.mailboxKind', 'MailboxKind'],
  ['ui.kind', 'AgencyKind'],
  ['ui.state', 'ReviewState'],
  ['reviews.act', 'EvidenceAct'],
  ['classes.state', 'ClassState'],
  ['classes.enrolment', 'EnrolmentState'],
  ['classes.own', 'EnrolmentState'],
  ['classes.origin', 'EnrolmentOrigin'],
  ['classes.enrolmentAct', 'EnrolmentAction'],
  ['classes.act', 'TrainingClassAction'],
  ['classes.mark', 'AttendanceMark'],
  ['classes.shelter', 'ShelterReason'],
  ['roster.key', 'AttendanceMark'],
  ['decisions.kind', 'DecisionKind'],
  ['decisions.inSentence', 'DecisionKind'],
  ['decisions.propose.hint', 'DecisionKind'],
  ['decisions.state', 'DecisionState'],
  ['decisions.own.sentence', 'DecisionState'],
  ['decisions.act', 'DecisionAction'],
  ['decisions.event', 'DecisionAction'],
  ['decisions.choice', 'Choice'],
  ['decisions.choiceOnAppeal', 'Choice'],
  ['decisions.means', 'NoticeMeans'],
  ['decisions.seat', 'Seat'],
  ['decisions.threshold', 'Threshold'],
  ['decisions.voteEnd', 'VoteEnd'],
  ['decisions.conflictReason', 'ConflictReason'],
  ['decisions.order', 'OrderKind'],
  ['decisions.orderState', 'OrderState'],
  ['letters.state', 'LetterState'],
  ['letters.channel', 'LetterChannel'],
  ['letters.means', 'ReceiptMeans'],
  ['letters.outcome', 'LetterOutcome'],
  ['letters.act', 'LetterAction'],
  ['committees.seat', 'Seat'],
  ['committees.seatHint', 'Seat'],
  ['committees.kind', 'DecisionKind'],
  ['committees.kindHint', 'DecisionKind'],
  ['committees.threshold', 'Threshold'],
  ['committees.thresholdIn', 'Threshold'],
  ['committees.settler', 'AppealSettler'],
  ['committees.settlerIn', 'AppealSettler'],
  ['committees.settlerHint', 'AppealSettler'],
  ['exclusions.answer', 'EligibilityStatus'],
  ['exclusions.answerHint', 'EligibilityStatus'],
  ['webhooks.state', 'WebhookDeliveryState'],
  ['webhooks.problem', 'WebhookProblem'],
  ['mailSystems.kind', 'MailSystemKind'],
  ['mailSystems.kindHint', 'MailSystemKind'],
  ['mailSystems.result', 'ComparisonResult'],
  ['mailSystems.match.class', 'MatchClass'],
  ['mailOrders.act', 'MailOrderAction'],
  ['mailOrders.held', 'OrderHold'],
  ['mailboxes.state', 'MailboxState'],
  ['mailboxes.means', 'MailboxState'],
  ['mailboxes.act', 'MailboxAction'],
  ['drifts.kind', 'DriftKind'],
  ['drifts.words', 'DriftKind'],
  ['drifts.act', 'DriftAction'],
  ['drifts.settlement', 'DriftSettlement'],
  ['shell.role', 'Role'],
  ['account.method', 'SignInMethod'],
];

describe('the words of the panel', () => {
  test('there are components to look at', () => expect(components.length).toBeGreaterThan(40));
  test('Vietnamese and English have the same keys', () => expect([...viKeys.keys()].sort()).toEqual([...enKeys.keys()].sort()));
  test('no text is empty', () => {
    const empty = [...viKeys, ...enKeys].filter(([key, text]) => text.trim() === '' && key !== 'ra.boolean.null').map(([key]) => key);
    expect(empty).toEqual([]);
  });
  test('both languages leave the same gaps open', () => {
    const uneven = [...viKeys].filter(
      ([key, text]) => !key.startsWith('ra.') && gapsOf(text).join() !== gapsOf(enKeys.get(key) ?? '').join(),
    );
    expect(uneven.map(([key]) => key)).toEqual([]);
  });
  test('every word of react-admin is said in Vietnamese, none as in English', () => {
    const own = flat({ ra: english.ra });
    expect([...own.keys()].filter((key) => !keys.has(key))).toEqual([]);
    const same = [...own].filter(([key, text]) => viKeys.get(key) === text && /[A-Za-z]{3}/.test(text.replace(/%\{\w+\}/g, '')));
    expect(same.map(([key]) => key)).toEqual([]);
  });
  test('every key that is used exists', () => expect(code.flatMap((source) => missingKeys(source, keys, folders))).toEqual([]));
  test('no component has words of its own', () => expect(components.flatMap((source) => literalTexts(source, keys))).toEqual([]));

  const schema = buildSchema(read('schema.graphql').text);
  test.each(enumerations)('%s has a word for every value of %s', (folder, name) => {
    const values = (schema.getType(name) as GraphQLEnumType | undefined)?.getValues().map((value) => `${folder}.${value.name}`);
    expect(values?.length).toBeGreaterThan(1);
    expect(values?.filter((key) => !keys.has(key))).toEqual([]);
  });
});

describe('the checks find a broken component', () => {
  test.each([
    ['words between tags', 'const A = () => <p>Xin chào</p>;'],
    ['words in braces', "const A = () => <p>{'Hello'}</p>;"],
    ['one way of a condition', "const A = ({ b }) => <p>{b ? 'Yes' : null}</p>;"],
    ['a label', 'const A = () => <Field label="Name" />;'],
    ['a title in braces', "const A = () => <Field title={'Name'} />;"],
    ['a placeholder made of parts', 'const A = ({ n }) => <Field placeholder={`Type ${n} letters`} />;'],
    ['help', 'const A = () => <Field helperText="Six digits" />;'],
    ['a name for those who listen', 'const A = () => <nav aria-label="Main menu" />;'],
  ])('words of its own: %s', (_, text) => expect(literalTexts(file(text), keys)).toHaveLength(1));

  test('a key, a sign and a value that is not shown are no words', () => {
    const good = '<p>–{n} · {t("ui.yes")}<Field label="ui.filter.agency" source="agencyId" /></p>';
    expect(literalTexts(file(`const A = () => ${good};`), keys)).toEqual([]);
  });

  test.each([
    ['asked for', "t('ui.nothingOfTheSort')"],
    ['handed on as a label', "({ label: 'officers.column.nothing' })"],
    ['made of parts', '`ui.nothing.${x}`'],
    ['of no folder', "t('nothing')"],
  ])('a key that does not exist: %s', (_, text) => expect(missingKeys(file(text), keys, folders)).toHaveLength(1));

  test('a key that exists is found however it is written', () => {
    expect(missingKeys(file("t('ui.yes'); t(`ui.tier.${x}`); ({ label: 'officers.column.code' })"), keys, folders)).toEqual([]);
  });
});
