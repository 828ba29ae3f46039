/** How often the systems before sent the whole text. */
const POLL_MS = 100;

/** The end of a wire that another page holds the other end of. */
async function openWire() {
  const socket = new WebSocket(`ws://${location.host}`);
  const opened = new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('There is no relay.')));
  });
  await opened;
  return {
    send: (message) => socket.send(JSON.stringify(message)),
    subscribe: (listener) => socket.addEventListener('message', ({ data }) => listener(JSON.parse(data))),
  };
}

/** One of two pages with a text each, the barest way to write together: what the one types stands in the other. */
async function open({ offers, polling }) {
  const text = document.createElement('textarea');
  const shown = document.createElement('p');
  shown.dataset.testid = 'shown';
  document.body.append(text, shown);
  const wire = await openWire();
  const side = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  globalThis.kept = side;
  const channel = side.createDataChannel('text', { negotiated: true, id: 0 });
  side.addEventListener('icecandidate', ({ candidate }) => candidate && wire.send({ candidate }));
  let tail = Promise.resolve();
  wire.subscribe(({ description, candidate, ready }) => {
    tail = tail.then(async () => {
      if (ready && offers) return offer();
      if (candidate) return side.addIceCandidate(candidate);
      if (!description) return undefined;
      await side.setRemoteDescription(description);
      if (description.type !== 'offer') return undefined;
      await side.setLocalDescription();
      return wire.send({ description: side.localDescription });
    });
  });
  const offer = async () => {
    await side.setLocalDescription();
    wire.send({ description: side.localDescription });
  };
  if (!offers) wire.send({ ready: true });
  channel.addEventListener('message', ({ data }) => (shown.textContent = data));
  await new Promise((resolve) => channel.addEventListener('open', resolve));
  if (polling) setInterval(() => channel.send(text.value), POLL_MS);
  else text.addEventListener('input', () => channel.send(text.value));
}

globalThis.bench = { open };
