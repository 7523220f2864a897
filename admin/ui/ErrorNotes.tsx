// What was refused or failed and belongs to no single field.
import Alert from '@mui/material/Alert';

export function ErrorNotes({ errors }: { errors: string[] }) {
  return errors.map((error) => (
    <Alert key={error} severity="error" variant="outlined">
      {error}
    </Alert>
  ));
}
