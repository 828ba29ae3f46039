/** How long one mentor has a request to themself, and how much one student may ask for. */
export const CLAIM_MINUTES = 30;
export const EXTENSION_MINUTES = 15;
export const MAX_EXTENSIONS = 3;
/** Requests that one mentor may hold at a time: the others are for others. */
export const MAX_CLAIMS = 3;
export const MAX_OPEN = 3;
export const MAX_PER_DAY = 10;
