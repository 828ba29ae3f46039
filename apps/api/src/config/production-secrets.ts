/** Part of every secret in `.env.example`. */
export const isSampleWord = (secret: string): boolean => /change-?me/i.test(secret);

/** A secret that stands in some documentation, or that nobody drew: 32 random characters have more variety. */
export const isSample = (secret: string): boolean => isSampleWord(secret) || new Set(secret).size < 8;
