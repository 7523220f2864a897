// What became of requests for seats, in one sentence: "25 người có chỗ, 3 vào danh sách chờ, 2 không đăng ký được."
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import type { EnrolmentState } from './enrolment.js';

export interface PlacedCounts {
  enrolled: number;
  waitlisted: number;
  requested: number;
}

export function countPlaced(placed: readonly { state: EnrolmentState }[]): PlacedCounts {
  const of = (state: EnrolmentState) => placed.filter((one) => one.state === state).length;
  return { enrolled: of('ENROLLED'), waitlisted: of('WAITLISTED'), requested: of('REQUESTED') };
}

export function usePlacedWords(): (placed: readonly { state: EnrolmentState }[], refused: number) => string {
  const t = useTranslate();
  const { number } = useFormat();
  return (placed, refused) => {
    const { enrolled, waitlisted, requested } = countPlaced(placed);
    const parts: [number, string][] = [
      [enrolled, 'classes.placed.enrolled'],
      [waitlisted, 'classes.placed.waitlisted'],
      [requested, 'classes.placed.requested'],
      [refused, 'classes.placed.refused'],
    ];
    return parts
      .filter(([count]) => count > 0)
      .map(([count, key]) => t(key, { count: number(count) }))
      .join(', ');
  };
}
