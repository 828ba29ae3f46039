/** Where a key goes in a row of tabs or tools, round its ends (WAI-ARIA APG, roving tabindex); `null`: nowhere. */
export function nextPlace(key: string, current: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (current + 1) % count;
    case 'ArrowLeft':
      return (current + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
