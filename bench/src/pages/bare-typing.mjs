/**
 * Runs in a page before its own scripts: the barest way to write together, laid over whatever the page is, so that
 * both ways are measured on the same pages and under the same load. What the one types stands in the other, sent over
 * a channel of a connection of its own: `bare` at each key, `polling` as the systems before did, whole every 100 ms.
 * It closes over nothing: it is handed to the browser as text.
 */
export function bareTyping() {
  const POLL_MS = 100;
  const side = new RTCPeerConnection();
  const gathered = new Promise((resolve) => {
    side.addEventListener('icecandidate', ({ candidate }) => candidate ?? resolve());
  });

  const lay = (id, kind) => {
    const text = document.createElement('textarea');
    const shown = document.createElement('p');
    text.dataset.testid = `${kind}-text`;
    shown.dataset.testid = `${kind}-shown`;
    const box = document.createElement('div');
    box.style.cssText = `position: fixed; z-index: 9; top: ${id * 80}px; left: 0; width: 300px; height: 80px;`;
    box.append(text, shown);
    document.body.append(box);
    const channel = side.createDataChannel(kind, { negotiated: true, id });
    channel.addEventListener('message', ({ data }) => (shown.textContent = data));
    if (kind === 'bare') text.addEventListener('input', () => channel.send(text.value));
    else setInterval(() => channel.readyState === 'open' && channel.send(text.value), POLL_MS);
    return new Promise((resolve) => channel.addEventListener('open', resolve));
  };
  const describe = async () => {
    await side.setLocalDescription();
    await gathered;
    return side.localDescription.toJSON();
  };

  let opened;
  globalThis.benchBare = {
    /** Lays the texts over the page, and describes their connection: an offer, or the answer to one. */
    open: async (offer) => {
      opened = Promise.all([lay(0, 'bare'), lay(1, 'polling')]);
      if (offer) await side.setRemoteDescription(offer);
      return describe();
    },
    accept: (answer) => side.setRemoteDescription(answer),
    untilOpen: () => opened,
  };
}
