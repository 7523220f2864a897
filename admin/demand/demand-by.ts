// How many need a class, by agency or by district, the most first. Pure.
import type { DemandFigure } from './documents.js';

export type By = 'agency' | 'district';

export interface DemandBar {
  /** Of the agency or district; null for the bodies of the city together. */
  id: string | null;
  name: string;
  officers: number;
  leaders: number;
}

export function demandBars(
  figures: readonly DemandFigure[],
  by: By,
  nameOf: (place: { name: string; nameEn: string | null }) => string,
  cityName: string,
): DemandBar[] {
  const bars = new Map<string, DemandBar>();
  for (const figure of figures) {
    const place = by === 'agency' ? figure.agency : figure.district;
    const key = place?.id ?? '';
    const before = bars.get(key) ?? { id: place?.id ?? null, name: place ? nameOf(place) : cityName, officers: 0, leaders: 0 };
    bars.set(key, { ...before, officers: before.officers + figure.officers, leaders: before.leaders + figure.leaders });
  }
  return [...bars.values()].sort((a, b) => b.officers - a.officers || b.leaders - a.leaders || a.name.localeCompare(b.name, 'vi'));
}
