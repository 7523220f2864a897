import { beforeEach, describe, expect, test } from '@jest/globals';
import { countOutcomes, dayOfText } from '../../server/registry/import-row.rules.js';
import { say } from '../../server/kernel/language.js';
import { MemoryRegister, dataFile } from './registry-import.world.js';

const HEADER = 'officer_code,full_name,agency_code,post,is_leader,mailbox,since';
const LAN = 'A-1,Nguyễn Thị Lan,SNV,Chuyên viên,false,lan.nt@snv.tphcm.example,2012-05-02';

/** The table of officers-bad.expected.md. */
function expectedRows() {
  return dataFile('officers-bad.expected.md')
    .toString()
    .split('\n')
    .filter((line) => /^\| \d/.test(line))
    .map((line) => {
      const [, row, fileLine, , outcome, code, column] = line.split('|').map((cell) => cell.trim());
      return {
        row: Number(row),
        line: Number(fileLine),
        outcome,
        code: code || undefined,
        column: outcome === 'REFUSED' ? column : undefined,
      };
    });
}

let register: MemoryRegister;
beforeEach(() => {
  register = new MemoryRegister();
  register.importAgencies(dataFile('agencies.csv'));
});

const one = (line: string, header = HEADER) => {
  const rows = register.importOfficers(`${header}\n${line}\n`);
  expect(rows).toHaveLength(1);
  return rows[0]!;
};
const outcome = (line: string, header = HEADER) => {
  const { outcome, reasons } = one(line, header);
  return reasons[0] ? `${outcome} ${reasons[0].code} ${reasons[0].column}` : outcome;
};

describe('the file with 25 rows and their defects', () => {
  const seen = () =>
    register.importOfficers(dataFile('officers-bad.csv')).map(({ row, line, outcome, reasons }) => ({
      row,
      line,
      outcome,
      code: reasons[0]?.code,
      column: reasons[0]?.column,
    }));

  test('yields every row of the expected table', () => {
    expect(expectedRows()).toHaveLength(25);
    expect(seen()).toEqual(expectedRows());
  });

  test('counts 10 accepted (1 with a warning), 1 unchanged, 14 refused', () => {
    expect(countOutcomes(register.importOfficers(dataFile('officers-bad.csv')))).toEqual({
      ACCEPTED: 9,
      ACCEPTED_WITH_WARNING: 1,
      UNCHANGED: 1,
      REFUSED: 14,
    });
  });

  test('imported again leaves accepted rows unchanged and refuses the refused ones for the same reasons', () => {
    const first = seen();
    const before = structuredClone([...register.officers, ...register.mailboxes]);
    expect(seen()).toEqual(first.map((row) => (row.outcome === 'REFUSED' ? row : { ...row, outcome: 'UNCHANGED' })));
    expect([...register.officers, ...register.mailboxes]).toEqual(before);
  });

  test('stores what the table says', () => {
    register.importOfficers(dataFile('officers-bad.csv'));
    const stored = (code: string) => {
      const { fullName, postings, mailbox } = register.officers.get(code)!;
      const { agencyCode, post, isLeader, fromOn } = postings[0]!;
      return [fullName, agencyCode, post, isLeader, mailbox, fromOn];
    };
    expect(stored('BAD-0001')).toEqual(['Nguyễn Thị Lan', 'SNV', 'Chuyên viên', false, 'lan.nt1@snv.tphcm.example', '2012-05-02']);
    expect(stored('BAD-0006')[5]).toBe('2013-03-05');
    expect(stored('BAD-0009').slice(0, 3)).toEqual(['Đặng Thị Thủy', 'SNV', 'Chuyên viên chính'].map((text) => text.normalize('NFC')));
    expect(stored('BAD-0010')).toEqual(['Bùi Văn Khánh', 'SNV', 'Chuyên viên', false, 'khanh.bv@snv.tphcm.example', '2012-05-02']);
    expect(stored('BAD-0011')[4]).toBe('yen.dt@snv.tphcm.example');
    expect(stored('BAD-0014')[2]).toBe('@SUM(1+1)');
    expect(stored('BAD-0017')[2]).toBe('Trưởng phòng, phụ trách "một cửa"');
    expect(stored('BAD-0020').slice(1, 4)).toEqual(['SNV', 'Phó Giám đốc', true]);
    expect(stored('BAD-0024')[4]).toBeNull();
    expect(register.mailboxes.get('lan.nt1@snv.tphcm.example')!.officerCode).toBe('BAD-0001');
    expect(register.agencies.size).toBe(57);
  });

  test('the warning about another domain names both agencies', () => {
    const [warning] = register.importOfficers(dataFile('officers-bad.csv'))[22]!.warnings;
    expect(warning!.column).toBe('mailbox');
    expect(say(warning!.message, 'vi')).toContain('Quận 1 (Q1)');
    expect(say(warning!.message, 'vi')).toContain('Sở Nội vụ (SNV)');
  });
});

test('300 sample officers are accepted, and unchanged the second time', () => {
  expect(countOutcomes(register.importOfficers(dataFile('officers-sample.csv'))).ACCEPTED).toBe(300);
  expect(countOutcomes(register.importOfficers(dataFile('officers-sample.csv'))).UNCHANGED).toBe(300);
});

describe('a changed row of a later import', () => {
  beforeEach(() => void one(LAN));

  test.each([
    [
      'a later first day with another agency is a transfer',
      LAN.replace('SNV', 'SXD').replace('2012-05-02', '2015-01-01'),
      { act: 'TRANSFER', agencyCode: 'SXD', fromOn: '2015-01-01' },
    ],
    [
      'a later first day with another post is a transfer',
      LAN.replace('Chuyên viên', 'Trưởng phòng').replace('2012-05-02', '2015-01-01'),
      { act: 'TRANSFER', post: 'Trưởng phòng' },
    ],
    [
      'a later first day with the leader flag is a transfer',
      LAN.replace('false', 'có').replace('2012-05-02', '2015-01-01'),
      { act: 'TRANSFER', isLeader: true },
    ],
    [
      'the same first day with another agency is a correction',
      LAN.replace('SNV', 'SXD'),
      { act: 'CORRECT', agencyCode: 'SXD', fromOn: '2012-05-02' },
    ],
    ['another first day alone is a correction', LAN.replace('2012-05-02', '2012-06-01'), { act: 'CORRECT', fromOn: '2012-06-01' }],
  ])('%s', (_title, line, posting) => {
    expect(one(line).change!.posting).toMatchObject(posting);
    expect(outcome(line)).toBe('UNCHANGED');
  });

  test('a transfer keeps the history, and the older file changes nothing any more', () => {
    one(LAN.replace('SNV', 'SXD').replace('2012-05-02', '2015-01-01'));
    expect(register.officers.get('A-1')!.postings).toMatchObject([
      { agencyCode: 'SNV', untilOn: '2014-12-31' },
      { agencyCode: 'SXD', untilOn: null },
    ]);
    expect(outcome(LAN)).toBe('UNCHANGED');
    expect(outcome(LAN.replace('SNV', 'STC'))).toBe('REFUSED CONFLICT since');
  });

  test('another name is an update of that fact alone', () => {
    expect(one(LAN.replace('Lan', 'Loan')).change).toEqual({
      code: 'A-1',
      isNew: false,
      facts: { fullName: 'Nguyễn Thị Loan' },
      posting: null,
      mailbox: null,
    });
  });

  test('another address is linked and names the one it replaces', () => {
    expect(one(LAN.replace('lan.nt@', 'lan.nt2@')).change!.mailbox).toMatchObject({
      act: 'CREATE',
      address: 'lan.nt2@snv.tphcm.example',
      replaces: 'lan.nt@snv.tphcm.example',
    });
  });

  test('an empty address takes no mailbox away', () => {
    expect(outcome(LAN.replace('lan.nt@snv.tphcm.example', ''))).toBe('UNCHANGED');
    expect(one(LAN.replace('lan.nt@snv.tphcm.example', '').replace('Lan', 'Loan')).warnings).toHaveLength(1);
    expect(register.officers.get('A-1')!.mailbox).toBe('lan.nt@snv.tphcm.example');
  });

  test('an officer who left comes back only on a later day', () => {
    register.officers.set('A-1', { ...register.officers.get('A-1')!, leftOn: '2014-06-30' });
    expect(outcome(LAN)).toBe('UNCHANGED');
    expect(outcome(LAN.replace('SNV', 'SXD').replace('2012-05-02', '2014-01-01'))).toBe('REFUSED CONFLICT since');
    expect(one(LAN.replace('SNV', 'SXD').replace('2012-05-02', '2014-07-01')).change!.posting!.act).toBe('START');
  });

  test('a closed agency takes nobody in', () => {
    register.agencies.set('SXD', { ...register.agencies.get('SXD')!, closedOn: '2014-12-31' });
    expect(outcome(LAN.replace('SNV', 'SXD').replace('2012-05-02', '2015-01-01'))).toBe('REFUSED CONFLICT agency_code');
  });
});

describe('optional columns, in any order', () => {
  const header = `phone,since,mailbox_kind,mailbox,OFFICER_CODE,full_name,agency_code,post,is_leader,other_email,mailbox_created`;
  const line = `+84 28 3829 6052,2/5/2012,machine,scan@snv.tphcm.example,A-9,Máy quét,snv,,x,A.B@mail.example,2020-01-15`;

  test('are read by the names of the header', () => {
    expect(one(line, header).change).toMatchObject({
      facts: { phone: '+84 28 3829 6052', otherEmail: 'a.b@mail.example' },
      posting: { isLeader: true, post: null, fromOn: '2012-05-02' },
      mailbox: { kind: 'MACHINE', createdOn: '2020-01-15' },
    });
    expect(outcome(line, header)).toBe('UNCHANGED');
  });

  test.each([
    ['mailbox_kind', line.replace('machine', 'robot')],
    ['phone', line.replace('+84 28 3829 6052', 'call me')],
    ['other_email', line.replace('A.B@mail.example', 'a.b')],
    ['mailbox_created', line.replace('2020-01-15', '2020-13-15')],
  ])('%s is checked', (column, bad) => expect(outcome(bad, header)).toBe(`REFUSED INVALID ${column}`));

  test('facts about a mailbox without its address are refused', () => {
    expect(outcome(line.replace('scan@snv.tphcm.example', ''), header)).toBe('REFUSED REQUIRED mailbox');
  });

  test('the kind of a known mailbox may change, and a file without the column leaves it', () => {
    one(line, header);
    expect(one(line.replace('machine', 'role'), header).change!.mailbox).toMatchObject({ act: 'UPDATE', kind: 'ROLE' });
    expect(outcome('A-9,Máy quét,SNV,,1,scan@snv.tphcm.example,2012-05-02')).toBe('UNCHANGED');
  });
});

test('all defects of a row are reported at once', () => {
  const { reasons } = one('A 1,=x,SNV,Chuyên viên,maybe,none,1.5.2012');
  expect(reasons.map(({ column }) => column)).toEqual(['officer_code', 'full_name', 'is_leader', 'mailbox', 'since']);
});

test('a name of mixed alphabets is refused, one with the capital Eth is stored with Đ', () => {
  expect(outcome(LAN.replace('Lan', 'L\u0430n'))).toBe('REFUSED INVALID full_name');
  one(LAN.replace('Nguyễn', '\u00d0ặng'));
  expect(register.officers.get('A-1')!.fullName).toBe('Đặng Thị Lan');
});

test.each([
  ['2013-03-05', '2013-03-05'],
  ['05/03/2013', '2013-03-05'],
  ['5/3/2013', '2013-03-05'],
  ['29/02/2012', '2012-02-29'],
  ['29/02/2013', undefined],
  ['31/02/2014', undefined],
  ['13/13/2013', undefined],
  ['2013/03/05', undefined],
  ['05-03-2013', undefined],
  ['5/3/13', undefined],
  ['41334', undefined],
  ['0001-01-01', undefined],
])('the date %s is read as %s', (text, day) => expect(dayOfText(text)).toBe(day));

test('the first day may lie 366 days ahead, not 367', () => {
  expect(outcome(LAN.replace('2012-05-02', '2027-11-24'))).toBe('ACCEPTED');
  expect(outcome(LAN.replace('A-1', 'A-2').replace('2012-05-02', '2027-11-25'))).toBe('REFUSED INVALID since');
});

test('days in sentences are written day/month/year', () => {
  const { reasons } = one(LAN.replace('2012-05-02', '2099-01-31'));
  expect(say(reasons[0]!.message, 'vi')).toBe('Ngày 31/01/2099 quá xa trong tương lai.');
});
