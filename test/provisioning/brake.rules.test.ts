import { describe, expect, test } from '@jest/globals';
import { countOrders, isBraked, type OrderCount } from '../../server/provisioning/brake.rules.js';

const none: OrderCount = { closing: 0, other: 0 };
const closing = (count: number): OrderCount => ({ closing: count, other: 0 });
const other = (count: number): OrderCount => ({ closing: 0, other: count });

describe('the brake on masses of orders', () => {
  test.each<[string, OrderCount, OrderCount, number, number, 'HOUR' | 'SHARE' | null]>([
    ['nothing at all', none, none, 1_000, 100, null],
    ['as many as allowed', none, other(100), 10_000, 100, null],
    ['one more than allowed, before the first is carried out', none, other(101), 10_000, 100, 'HOUR'],
    ['together with the last hour one more than allowed', other(60), other(41), 10_000, 100, 'HOUR'],
    ['both sorts count for the hour', { closing: 5, other: 45 }, { closing: 5, other: 46 }, 10_000, 100, 'HOUR'],
    ['a full hour behind, nothing waiting', other(500), none, 10_000, 100, null],
    ['none allowed without a second person', none, other(1), 10_000, 0, 'HOUR'],
    ['5 % closed', none, closing(50), 1_000, 100, null],
    ['one more than 5 % closed', none, closing(51), 1_000, 100, 'SHARE'],
    ['5 % of 1,019 is 50', none, closing(51), 1_019, 100, 'SHARE'],
    ['5 % of 1,020 is 51', none, closing(51), 1_020, 100, null],
    ['one more than 5 % over the hour', closing(50), closing(1), 1_000, 100, 'SHARE'],
    ['the share is the graver of two', none, closing(101), 1_000, 100, 'SHARE'],
    ['ten of twenty', none, closing(10), 20, 100, null],
    ['eleven of twenty', none, closing(11), 20, 100, 'SHARE'],
    ['eleven of none known', none, closing(11), 0, 100, 'SHARE'],
    ['opening is no share', none, other(99), 20, 100, null],
    ['opening is not held for what was closed', closing(40), other(5), 100, 100, null],
    ['closing beside much opening', none, { closing: 10, other: 80 }, 100, 100, null],
  ])('%s', (_, ordersLastHour, waiting, accounts, mostAnHour, why) =>
    expect(isBraked({ ordersLastHour, waiting, accounts, mostAnHour }).why).toBe(why),
  );

  test('the figures stand beside the reason', () => {
    expect(
      isBraked({ ordersLastHour: { closing: 7, other: 3 }, waiting: { closing: 60, other: 30 }, accounts: 1_250, mostAnHour: 200 }),
    ).toEqual({ why: 'SHARE', orders: 100, closing: 67, mostOrders: 200, mostClosing: 62, accounts: 1_250 });
  });

  test('suspensions and revocations close, nothing else does', () => {
    expect(countOrders(['PROVISION', 'SUSPEND', 'RESTORE', 'REVOKE', 'RESET_PASSWORD', 'FORWARD', 'REVOKE'])).toEqual({
      closing: 3,
      other: 4,
    });
  });
});
