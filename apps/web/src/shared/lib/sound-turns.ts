const silencers = new Set<() => void>();

/** Whatever sounds on this page besides `own` is silent from now on. */
export function silenceOthers(own?: () => void): void {
  for (const silence of [...silencers]) if (silence !== own) silence();
}

/** Lets what plays here be silenced. Returns the function that ends it. */
export function onSilence(silence: () => void): () => void {
  silencers.add(silence);
  return () => void silencers.delete(silence);
}
