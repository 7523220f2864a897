// The sign of Hopthu: an H that is also an open letter.
export function Emblem({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      <rect width="32" height="32" rx="8" fill="#0b5a5e" />
      <path d="M7 12v12M25 12v12M7 17.5h18" stroke="#fff" strokeWidth="3" strokeLinecap="round" fill="none" />
      <path d="M10 7.5l6 5 6-5" stroke="#f0c36d" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round" fill="none" />
    </svg>
  );
}
