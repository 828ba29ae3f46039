/** What a cluster needs of a broker: channels that forget, and word of when they work. */
export interface Link {
  /** Starts connecting, for as long as it takes, and resolves after the first try. */
  open(channels: readonly string[], events: LinkEvents): Promise<void>;
  /** Resolves to how many heard it: none, at once, while there is no connection. Never rejects. */
  publish(channel: string, text: string): Promise<number>;
  close(): Promise<void>;
}

export interface LinkEvents {
  /** Connected and subscribed; again after each `down`. */
  up(): void;
  down(): void;
  message(text: string): void;
}
