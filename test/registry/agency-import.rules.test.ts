import { beforeEach, describe, expect, test } from '@jest/globals';
import { countOutcomes } from '../../server/registry/import-row.rules.js';
import { MemoryRegister, dataFile } from './registry-import.world.js';

const HEADER = 'code,name_vi,name_en,kind,staff_quota,mail_domain,parent_code';
let register: MemoryRegister;
beforeEach(() => {
  register = new MemoryRegister();
});
const seen = (...lines: string[]) =>
  register
    .importAgencies([HEADER, ...lines].join('\r\n'))
    .map(({ outcome, reasons }) => [outcome, reasons[0]?.code, reasons[0]?.column].filter(Boolean).join(' '));

test('the 57 agencies are accepted with 12,993 posts, and unchanged the second time', () => {
  expect(countOutcomes(register.importAgencies(dataFile('agencies.csv'))).ACCEPTED).toBe(57);
  expect([...register.agencyValues.values()].reduce((sum, { staffQuota }) => sum + staffQuota, 0)).toBe(12_993);
  expect(register.agencyValues.get('SLDTBXH')!.nameEn).toBe('Department of Labour, War Invalids and Social Affairs');
  expect(countOutcomes(register.importAgencies(dataFile('agencies.csv'))).UNCHANGED).toBe(57);
});

describe('each defect refuses its own row', () => {
  test.each([
    ['A,,,DEPARTMENT,1,,', 'REFUSED REQUIRED name_vi'],
    [',Sở A,,DEPARTMENT,1,,', 'REFUSED REQUIRED code'],
    ['A B,Sở A,,DEPARTMENT,1,,', 'REFUSED INVALID code'],
    ['A,Sở A,,OFFICE,1,,', 'REFUSED INVALID kind'],
    ['A,Sở A,,,1,,', 'REFUSED REQUIRED kind'],
    ['A,Sở A,,DEPARTMENT,-1,,', 'REFUSED INVALID staff_quota'],
    ['A,Sở A,,DEPARTMENT,,,', 'REFUSED REQUIRED staff_quota'],
    ['A,Sở A,,DEPARTMENT,1.5,,', 'REFUSED INVALID staff_quota'],
    ['A,Sở A,,DEPARTMENT,1,tphcm,', 'REFUSED INVALID mail_domain'],
    ['A,Sở A,,DEPARTMENT,1,,NONE', 'REFUSED NOT_FOUND parent_code'],
    ['A,Sở A,,DEPARTMENT,1,,A', 'REFUSED INVALID parent_code'],
    ['A,Sở\u200b A,,DEPARTMENT,1,,', 'REFUSED INVALID name_vi'],
    ['a,Sở A,,ward,1,A.Example.VN,', 'ACCEPTED'],
  ])('%s → %s', (line, outcome) => {
    expect(seen(line, 'B,Sở B,,DEPARTMENT,2,,')).toEqual([outcome, 'ACCEPTED']);
  });
});

test('a parent may stand below its child, and a refused parent leaves the child an orphan', () => {
  expect(seen('A,Phường A,,WARD,1,,B', 'B,Quận B,,URBAN_DISTRICT,2,,')).toEqual(['ACCEPTED', 'ACCEPTED']);
  expect(seen('C,Phường C,,WARD,1,,D', 'D,Quận D,,CASTLE,2,,')).toEqual(['REFUSED NOT_FOUND parent_code', 'REFUSED INVALID kind']);
});

test('a circle of parents is refused and nothing of it is kept', () => {
  expect(seen('A,Sở A,,DEPARTMENT,1,,B', 'B,Sở B,,DEPARTMENT,1,,A').every((outcome) => outcome.startsWith('REFUSED'))).toBe(true);
});

test('a repeated code with other values is a duplicate, with the same values unchanged', () => {
  expect(seen('A,Sở A,,DEPARTMENT,1,,', 'A,Sở A,,DEPARTMENT,1,,', 'A,Sở A,,DEPARTMENT,2,,')).toEqual([
    'ACCEPTED',
    'UNCHANGED',
    'REFUSED DUPLICATE code',
  ]);
});

test('columns that the file lacks keep what the registry holds', () => {
  seen('A,Sở A,Department A,DEPARTMENT,1,a.example,');
  const [row] = register.importAgencies('name_vi;code;staff_quota;kind\nSở A;A;5;DEPARTMENT\n');
  expect(row!.change!.values).toMatchObject({ nameEn: 'Department A', mailDomain: 'a.example', staffQuota: 5 });
});
