// What went wrong with a request, told as a key of the messages so that a screen can say what to do.
export interface UserError {
  code: string;
  message: string;
  path: string[];
  rule: string | null;
}

export type FaultCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'BAD_USER_INPUT' | 'TOO_COSTLY' | 'TOO_FAR' | 'OFFLINE' | 'INTERNAL_SERVER_ERROR';

/** A refused or failed request. `requestId` is what the administrator needs to find it in the log. */
export class Fault extends Error {
  constructor(
    readonly code: FaultCode,
    readonly requestId?: string,
  ) {
    super(`shell.fault.${code}`);
    this.name = 'Fault';
  }
}

/** A command that was refused; each error says what the reader can mend, in their language. */
export class Refused extends Error {
  constructor(readonly userErrors: UserError[]) {
    super(userErrors[0]?.message ?? '');
    this.name = 'Refused';
  }
}

interface WireError {
  message?: string;
  extensions?: Record<string, unknown>;
}

const known: readonly string[] = ['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT', 'TOO_COSTLY', 'INTERNAL_SERVER_ERROR'];

/** The code of the first error in an answer, wherever the transport put it. */
export function wireCode(errors: readonly WireError[] | undefined): string | undefined {
  const code = errors?.[0]?.extensions?.['code'];
  return typeof code === 'string' ? code : undefined;
}

/** The sentence of the first error in an answer, wherever the transport put it. */
export function wireSentence(result: { errors?: readonly WireError[] } | undefined, error: unknown): string | undefined {
  return (result?.errors ?? (error as { result?: { errors?: readonly WireError[] } } | undefined)?.result?.errors)?.[0]?.message;
}

/** `error` is an answer with errors, what the transport threw (the answer then in `result`), or a Fault already. */
export function toFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const { errors, result } = (error ?? {}) as { errors?: readonly WireError[]; result?: { errors?: readonly WireError[] } };
  const said = errors ?? result?.errors;
  if (!said?.length) return new Fault(error instanceof Error && !('statusCode' in error) ? 'OFFLINE' : 'INTERNAL_SERVER_ERROR');
  const code = wireCode(said);
  const requestId = said[0]?.extensions?.['requestId'];
  return new Fault(
    code && known.includes(code) ? (code as FaultCode) : 'INTERNAL_SERVER_ERROR',
    typeof requestId === 'string' ? requestId : undefined,
  );
}
