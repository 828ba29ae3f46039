/** What one board may hold: more would not be drawn in time, or not fit into the document. */
export const BOARD_LIMITS = {
  pages: 50,
  nameLength: 80,
  /** Of one page, with their points in all. */
  elements: 10_000,
  pagePoints: 400_000,
  /** Of one element. */
  points: 10_000,
  textLength: 10_000,
  /** In the board's own units, from its middle and from side to side. */
  place: 1_000_000,
  size: 20_000,
  picture: { bytes: 300 * 1_024, pixels: 1_600 },
} as const;
