// A mail address that breaks before its "@" where it must, and nowhere else unless it is longer than the line.
import Box from '@mui/material/Box';

export function AddressWords({ address }: { address: string }) {
  const at = address.lastIndexOf('@');
  return (
    <Box component="span" sx={{ overflowWrap: 'break-word' }}>
      {at > 0 ? address.slice(0, at) : address}
      {at > 0 && (
        <>
          <wbr />
          {address.slice(at)}
        </>
      )}
    </Box>
  );
}
