/** Which day and hour is an instant in the city? */
const formats = new Map<string, Intl.DateTimeFormat>();

export interface LocalParts {
  /** YYYY-MM-DD */
  day: string;
  hour: string;
  minute: string;
}

export function localParts(zone: string, instant: string): LocalParts {
  let format = formats.get(zone);
  if (!format) {
    const options = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    formats.set(zone, (format = new Intl.DateTimeFormat('en-CA', { ...options, timeZone: zone })));
  }
  const part = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return {
    day: `${part.get('year')}-${part.get('month')}-${part.get('day')}`,
    hour: part.get('hour') ?? '00',
    minute: part.get('minute') ?? '00',
  };
}
