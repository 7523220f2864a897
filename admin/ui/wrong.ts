// How a field shows what was refused at it: red, with the sentence of the server read aloud.
interface Look {
  error: boolean;
  helperText: string | undefined;
  slotProps: { formHelperText: { role?: 'alert' } };
}

export function wrong(error: string | undefined, hint?: string): Look {
  return { error: error !== undefined, helperText: error ?? hint, slotProps: { formHelperText: error ? { role: 'alert' } : {} } };
}
