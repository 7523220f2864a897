/** How an instant is written in a sentence: 08:00 23/11/2026, in the city's zone, the same in both languages. */
const formats = new Map<string, Intl.DateTimeFormat>();

export function momentIn(zone: string, at: Date): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part.get('hour')}:${part.get('minute')} ${part.get('day')}/${part.get('month')}/${part.get('year')}`;
}

/** 08:00–11:30 23/11/2026, or both moments whole where they lie on different days. */
export function spanIn(zone: string, from: Date, to: Date): string {
  const [begin, end] = [momentIn(zone, from), momentIn(zone, to)];
  return begin.slice(6) === end.slice(6) ? `${begin.slice(0, 5)}–${end}` : `${begin} – ${end}`;
}
