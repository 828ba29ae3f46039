/** A UDP candidate without a relay (RFC 8839 §5.1), in a candidate of its own as in an SDP. */
const DIRECT = /(candidate:\S+ \d+ udp \d+) (\S+) (\d+) (typ (?:host|srflx|prflx))/gi;

/** The same text, in which every address of the other side is a port of the network between the two. */
async function throughNetwork(text, reader) {
  if (!globalThis.portTo) return text; // nothing is between the two
  let rewritten = text;
  for (const [line, head, host, port, tail] of text.matchAll(DIRECT)) {
    const exposed = await globalThis.portTo({ host, port: Number(port), from: reader });
    rewritten = rewritten.replace(line, `${head} 127.0.0.1 ${exposed} ${tail}`);
  }
  return rewritten;
}

/** The two ends of a wire on which every signal takes `delayMs`, in order. */
export function createWire(delayMs) {
  const listeners = { a: new Set(), b: new Set() };
  const createEnd = (own, other) => {
    let tail = Promise.resolve();
    return {
      send(message) {
        const dueAt = performance.now() + delayMs;
        const text = throughNetwork(JSON.stringify(message), other);
        tail = tail.then(async () => {
          const arriving = await text;
          const leftMs = dueAt - performance.now();
          if (leftMs > 0) await new Promise((resolve) => setTimeout(resolve, leftMs));
          for (const listener of [...listeners[other]]) listener(JSON.parse(arriving));
        });
      },
      subscribe(listener) {
        listeners[own].add(listener);
        return () => listeners[own].delete(listener);
      },
    };
  };
  return { a: createEnd('a', 'b'), b: createEnd('b', 'a') };
}
