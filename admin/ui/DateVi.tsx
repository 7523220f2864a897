// A legal day or a moment, in the city's way of writing it.
import { useFormat } from './format.js';

export function DateVi({ value }: { value: string | null | undefined }) {
  const { day } = useFormat();
  return <time dateTime={value ?? undefined}>{day(value)}</time>;
}

export function MomentVi({ value }: { value: string | null | undefined }) {
  const { moment } = useFormat();
  return <time dateTime={value ?? undefined}>{moment(value)}</time>;
}
