/** How long an access token works. A session that ends takes its tokens along at once; see `EndedSessions`. */
export const ACCESS_TOKEN_SECONDS = 600;
