/**
 * The version of the socket contract. It goes up when a client built against the old contract would misbehave;
 * a client that names another version is refused with `protocol/unsupported-version` and told to reload.
 */
export const PROTOCOL_VERSION = 2;

/** The largest frame a client may send; a larger one closes the socket (RFC 6455 status 1009). */
export const MAX_FRAME_BYTES = 65_536;
