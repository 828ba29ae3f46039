/** One side of the barest call there can be: devices open beforehand, one socket that only hands things on. */
const video = document.createElement('video');
Object.assign(video, { autoplay: true, muted: true, playsInline: true });
const button = document.createElement('button');
button.textContent = 'Call';
document.body.append(video, button);

async function open() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 1280, height: 720 } });
  const socket = new WebSocket(`ws://${location.host}`);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('There is no relay.')));
  });
  const send = (message) => socket.send(JSON.stringify(message));
  let connection;
  const create = () => {
    connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
    connection.addEventListener('icecandidate', ({ candidate }) => candidate && send({ candidate }));
    connection.addEventListener('track', ({ streams: [remote] }) => (video.srcObject = remote));
    for (const track of stream.getTracks()) connection.addTrack(track, stream);
  };
  let tail = Promise.resolve();
  socket.addEventListener('message', ({ data }) => {
    tail = tail.then(async () => {
      const { description, candidate } = JSON.parse(data);
      if (candidate) return connection.addIceCandidate(candidate);
      if (description.type === 'offer') create();
      await connection.setRemoteDescription(description);
      if (description.type !== 'offer') return;
      await connection.setLocalDescription();
      send({ description: connection.localDescription });
    });
  });
  button.addEventListener('click', async () => {
    create();
    await connection.setLocalDescription();
    send({ description: connection.localDescription });
  });
}

globalThis.bench = { open };
