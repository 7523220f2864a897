// How the parts of a review are written.
import { useFormat } from '../ui/format.js';

export function Count({ value }: { value: number }) {
  const { number } = useFormat();
  return <>{number(value)}</>;
}
