// Which of many things was refused? An error of a command on many names the place in the list that was given. Pure.
import { Refused, type UserError } from './faults.js';

/** The place in the list that an error speaks of: the number in ["officerIds","3"]; undefined for an error of the whole input. */
export function placeIn(path: readonly string[]): number | undefined {
  const number = path.find((part) => /^\d+$/.test(part));
  return number === undefined ? undefined : Number(number);
}

/** Sorts what was refused by its place; what concerns the whole input is thrown. */
export function refusalsIn(userErrors: readonly UserError[]): Map<number, string> {
  const whole = userErrors.filter((error) => placeIn(error.path) === undefined);
  if (whole.length > 0) throw new Refused(whole);
  return new Map(userErrors.map((error) => [placeIn(error.path)!, error.message]));
}
