// Facts of a record as term and value.
import Box from '@mui/material/Box';
import { Fragment, type ReactNode } from 'react';

export type Fact = [term: string, value: ReactNode] | false;

/** Beside each other where there is room for both, in whatever column they stand. */
const isBroad = '@container (min-width: 400px)';
const broad = { gridTemplateColumns: 'minmax(130px, max-content) 1fr', rowGap: '10px' } as const;

export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <Box sx={{ containerType: 'inline-size' }}>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: '1fr', columnGap: 3, rowGap: 0.25, m: 0, [isBroad]: broad }}>
        {facts
          .filter((fact) => fact !== false)
          .map(([term, value]) => (
            <Fragment key={term}>
              <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
                {term}
              </Box>
              <Box component="dd" sx={{ m: 0, mb: 1, minWidth: 0, overflowWrap: 'anywhere', [isBroad]: { mb: 0 } }}>
                {value}
              </Box>
            </Fragment>
          ))}
      </Box>
    </Box>
  );
}
