/**
 * Runs in a page before its own scripts, the product's as a bare one's: sends what its calls send through the network
 * between the two sides, and notes when what happened. It closes over nothing: it is handed to the browser as text.
 */
export function watchFirstFrame({ side }) {
  const DIRECT = /(candidate:\S+ \d+ udp \d+) (\S+) (\d+) (typ (?:host|srflx|prflx))/gi;
  /** Milliseconds since 1970, finer than `Date.now()` and comparable between pages of one machine. */
  const marks = {};
  const mark = (name, at = performance.now()) => (marks[name] ??= performance.timeOrigin + at);
  const remoteTracks = new Set();
  Object.assign(globalThis, { benchMarks: marks });

  const throughNetwork = async (text) => {
    let rewritten = text;
    for (const [line, head, host, port, tail] of text.matchAll(DIRECT)) {
      const exposed = await globalThis.portTo({ host, port: Number(port), from: side });
      rewritten = rewritten.replace(line, `${head} 127.0.0.1 ${exposed} ${tail}`);
    }
    return rewritten;
  };

  globalThis.RTCPeerConnection = class extends globalThis.RTCPeerConnection {
    #tail = Promise.resolve();

    constructor(configuration) {
      super(configuration);
      mark('connection');
      this.addEventListener('track', ({ track }) => track.kind === 'video' && remoteTracks.add(track));
      this.addEventListener('connectionstatechange', () => mark(`connection ${this.connectionState}`));
      this.addEventListener('iceconnectionstatechange', () => mark(`ice ${this.iceConnectionState}`));
    }

    /** One after the other: a candidate must not overtake its description because of us. */
    #inOrder(step) {
      const done = this.#tail.then(step);
      this.#tail = Promise.allSettled([done]);
      return done;
    }

    setLocalDescription(description) {
      return super.setLocalDescription(description).then(() => mark(`local ${this.localDescription?.type}`));
    }

    setRemoteDescription(description) {
      mark(`remote ${description.type}`);
      return this.#inOrder(async () => {
        const sdp = await throughNetwork(description.sdp);
        return super.setRemoteDescription({ type: description.type, sdp });
      });
    }

    addIceCandidate(init) {
      if (!init?.candidate) return this.#inOrder(() => super.addIceCandidate(init));
      return this.#inOrder(async () => {
        const { sdpMid, sdpMLineIndex, usernameFragment } = init;
        const candidate = await throughNetwork(init.candidate);
        return super.addIceCandidate({ candidate, sdpMid, sdpMLineIndex, usernameFragment });
      });
    }
  };

  const devices = navigator.mediaDevices;
  const getUserMedia = devices?.getUserMedia.bind(devices);
  if (devices) {
    devices.getUserMedia = async (constraints) => {
      mark('devices asked');
      const stream = await getUserMedia(constraints);
      mark('devices open');
      return stream;
    };
  }
  const pushState = history.pushState.bind(history);
  const replaceState = history.replaceState.bind(history);
  const moved = (change) => (state, title, url) => {
    change(state, title, url);
    if (String(url).includes('/room/')) mark('room');
  };
  history.pushState = moved(pushState);
  history.replaceState = moved(replaceState);
  addEventListener('click', ({ timeStamp }) => (marks.click = performance.timeOrigin + timeStamp), true);

  const seen = new WeakSet();
  const isRemote = (video) => video.srcObject?.getVideoTracks().some((track) => remoteTracks.has(track)) ?? false;
  const follow = (video) =>
    video.requestVideoFrameCallback((now) => {
      if (isRemote(video)) mark('frame', now);
      else follow(video);
    });
  const look = () => {
    for (const video of document.querySelectorAll('video')) {
      if (seen.has(video)) continue;
      seen.add(video);
      follow(video);
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}
