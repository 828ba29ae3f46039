/** The largest file that is offered or taken, in bytes: a phone's browser can keep it on its disk. */
export const MAX_FILE_BYTES = 500_000_000;
