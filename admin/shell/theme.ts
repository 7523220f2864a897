// The look of the panel: paper and ink, one green-blue for what can be acted on; a tier has its own colour and never stands without its shape and word.
import { type ThemeOptions, createTheme } from '@mui/material/styles';

interface TierColours {
  REGULAR: string;
  IRREGULAR: string;
  NEVER: string;
  NOT_ASSESSED: string;
}

interface EvidenceColours {
  use: [string, string, string];
  loginOnly: string;
  excused: string;
  hatch: string;
  frame: string;
  mark: string;
  empty: string;
}

declare module '@mui/material/styles' {
  interface Palette {
    tier: TierColours;
    evidence: EvidenceColours;
    leaders: string;
    staff: string;
  }
  interface PaletteOptions {
    tier?: TierColours;
    evidence?: EvidenceColours;
    leaders?: string;
    staff?: string;
  }
}

const light = {
  primary: { main: '#0b5a5e', dark: '#073f42', light: '#d7e9e8', contrastText: '#ffffff' },
  secondary: { main: '#7a4a12' },
  background: { default: '#f6f4ee', paper: '#ffffff' },
  text: { primary: '#1b2a2f', secondary: '#4d5c61' },
  divider: '#e2ded3',
  success: { main: '#1a6b42' },
  warning: { main: '#8a5200' },
  error: { main: '#b0261e' },
  info: { main: '#2f4b8f' },
  tier: { REGULAR: '#1a6b42', IRREGULAR: '#8a5200', NEVER: '#b0261e', NOT_ASSESSED: '#56636a' },
  evidence: {
    use: ['#8cc3bf', '#3f918f', '#0b5a5e'],
    loginOnly: '#0b5a5e',
    excused: '#c3c7c5',
    hatch: '#a39a86',
    frame: '#8b938f',
    mark: '#b4530a',
    empty: '#fbfaf6',
  },
  leaders: '#2f4b8f',
  staff: '#5d7f86',
} satisfies ThemeOptions['palette'];

const dark = {
  primary: { main: '#7fd0c9', dark: '#a9e2dd', light: '#14393b', contrastText: '#06282a' },
  secondary: { main: '#e0b274' },
  background: { default: '#10171a', paper: '#182125' },
  text: { primary: '#e6ecea', secondary: '#aab7b8' },
  divider: '#2b373b',
  success: { main: '#6fd09a' },
  warning: { main: '#efb453' },
  error: { main: '#ff938a' },
  info: { main: '#a5b9f5' },
  tier: { REGULAR: '#6fd09a', IRREGULAR: '#efb453', NEVER: '#ff938a', NOT_ASSESSED: '#aab7b8' },
  evidence: {
    use: ['#245f60', '#3f9a96', '#8fded7'],
    loginOnly: '#7fd0c9',
    excused: '#56636a',
    hatch: '#6a675c',
    frame: '#6c7b80',
    mark: '#f0a05a',
    empty: '#141c1f',
  },
  leaders: '#a5b9f5',
  staff: '#8fb0b6',
} satisfies ThemeOptions['palette'];

const family = "'Be Vietnam Pro', system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

export function hopthuTheme(mode: 'light' | 'dark') {
  const palette = mode === 'dark' ? dark : light;
  return createTheme({
    palette: { mode, ...palette },
    shape: { borderRadius: 10 },
    typography: {
      fontFamily: family,
      fontSize: 14,
      fontWeightMedium: 600,
      fontWeightBold: 600,
      h1: { fontSize: '1.625rem', fontWeight: 600, lineHeight: 1.25, letterSpacing: '-0.01em' },
      h2: { fontSize: '1.0625rem', fontWeight: 600, lineHeight: 1.35 },
      h3: { fontSize: '0.9375rem', fontWeight: 600, lineHeight: 1.4 },
      button: { textTransform: 'none', fontWeight: 600 },
      overline: { textTransform: 'none', letterSpacing: 0, fontSize: '0.8125rem', lineHeight: 1.4 },
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          body: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'break-word' },
          a: { color: 'inherit' },
          ':focus-visible': { outline: `3px solid ${palette.primary.main}`, outlineOffset: 2 },
        },
      },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiCard: { defaultProps: { variant: 'outlined' }, styleOverrides: { root: { borderColor: palette.divider } } },
      // A form in a dialog: what is typed scrolls, the buttons stay in sight.
      MuiDialog: { styleOverrides: { paper: { '& > form': { display: 'flex', flexDirection: 'column', minHeight: 0 } } } },
      MuiButton: { defaultProps: { disableElevation: true } },
      MuiButtonBase: { defaultProps: { disableRipple: true } },
      MuiTableCell: {
        styleOverrides: {
          root: { borderColor: palette.divider, padding: '10px 12px' },
          head: { color: palette.text.secondary, fontWeight: 600, fontSize: '0.8125rem', whiteSpace: 'nowrap' },
        },
      },
      MuiAutocomplete: {
        styleOverrides: { paper: { border: `1px solid ${palette.divider}`, boxShadow: '0 12px 32px rgb(0 0 0 / 0.16)' } },
      },
      MuiTooltip: { styleOverrides: { tooltip: { fontSize: '0.8125rem' } } },
      MuiLink: { defaultProps: { underline: 'hover' } },
    },
  });
}
