// The reader's way of writing days, moments, numbers and shares.
import { useLocale } from 'react-admin';
import { type Format, formatFor } from './written.js';

export function useFormat(): Format {
  return formatFor(useLocale());
}
