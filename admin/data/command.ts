// Carries out a command of the server: refusals are thrown, a missing second factor is asked for and the command repeated (G-18).
import type { TypedDocumentNode } from '@apollo/client/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ask } from './client.js';
import { Refused, type UserError, toFault } from './faults.js';
import { stepUp } from './step-up.js';

const wantsSecondFactor = (errors: UserError[]): boolean =>
  errors.some((error) => error.code === 'NOT_ALLOWED_NOW' && error.rule === 'G-18');

/** The payload of the one command in `document`. */
export async function carryOut<Name extends string, Payload extends { userErrors: UserError[] }, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Record<Name, Payload>, Variables>,
  variables: Variables,
): Promise<Payload> {
  const once = async (): Promise<Payload> => Object.values<Payload>(await ask(document, variables))[0]!;
  let payload = await once();
  if (wantsSecondFactor(payload.userErrors)) {
    const refusal = new Refused(payload.userErrors);
    await stepUp.ask().catch(() => {
      throw refusal;
    });
    payload = await once();
  }
  if (payload.userErrors.length > 0) throw new Refused(payload.userErrors);
  return payload;
}

export interface Doing {
  isBusy: boolean;
  /** What was refused at the field of this name, if anything. */
  errorAt: (field: string) => string | undefined;
  /** What was refused elsewhere than at these fields, and what failed. */
  otherErrors: (...fields: string[]) => string[];
  /** True when `work` went through. */
  run: (work: () => Promise<void>) => Promise<boolean>;
  clear: () => void;
}

/** One thing the reader does at a time, with what the server says to it. */
export function useDoing(): Doing {
  const t = useTranslate();
  const [isBusy, setBusy] = useState(false);
  const [errors, setErrors] = useState<{ message: string; path: string[] }[]>([]);
  const words = (message: string) => t(message, { _: message });
  const isAt = (path: string[], field: string) => path.includes(field) || path.join('.').endsWith(`.${field}`);
  return {
    isBusy,
    errorAt: (field) => {
      const found = errors.find(({ path }) => isAt(path, field));
      return found && words(found.message);
    },
    otherErrors: (...fields) =>
      errors.filter(({ path }) => !fields.some((field) => isAt(path, field))).map(({ message }) => words(message)),
    run: async (work) => {
      setBusy(true);
      setErrors([]);
      try {
        await work();
        return true;
      } catch (error) {
        setErrors(error instanceof Refused ? error.userErrors : [{ message: `shell.fault.${toFault(error).code}`, path: [] }]);
        return false;
      } finally {
        setBusy(false);
      }
    },
    clear: () => setErrors([]),
  };
}

/** Has lists of these nouns and answers to these questions asked again; nothing else, since readings of evidence are recorded. */
export function useAfresh(): (...names: string[]) => Promise<void> {
  const queries = useQueryClient();
  return async (...names) => {
    await queries.invalidateQueries({
      predicate: ({ queryKey: [first, second] }) => names.includes(String(first)) || (first === 'ask' && names.includes(String(second))),
    });
  };
}
