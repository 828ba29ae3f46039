import { LocalMedia, MeshSession, PeerSession, ScreenShare } from '@ieum/webrtc-client';
import { Tabs, type OtherTab } from '../broadcast-channel';

const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const media = new LocalMedia();
const screen = new ScreenShare();
const certificates = [await RTCPeerConnection.generateCertificate({ name: 'ECDSA', namedCurve: 'P-256' } as Algorithm)];
const tiles = new Map<string, HTMLElement>();

const mesh = new MeshSession<OtherTab, PeerSession>({
  createSession: ({ peerId, polite }) =>
    new PeerSession({ polite, signaling: tabs.channelTo(peerId), media, screen, certificates }),
  videoBudget: 2_500_000,
});
mesh.on('peer-added', ({ info, session }) => {
  const tile = addTile(info.peerId, session.remoteStream);
  const tell = (): void => {
    tile.dataset.state = session.state;
    const code = session.safetyCode.status === 'ready' ? session.safetyCode.code.emoji.join(' ') : '';
    caption(tile, `${session.state} ${code}`);
  };
  session.on('state', tell);
  session.on('safety-code', tell);
  session.on('healing', ({ step }) => say(`${short(info.peerId)}: ${step}`));
  session.on('remote-media', ({ screen: shown }) => {
    const id = `${info.peerId} screen`;
    if (shown && !tiles.has(id)) caption(addTile(id, session.remoteScreen), 'their screen');
    if (!shown) removeTile(id);
  });
  tell();
});
mesh.on('peer-removed', ({ info }) => {
  removeTile(info.peerId);
  removeTile(`${info.peerId} screen`);
});
mesh.on('message', ({ peerId, data }) => say(`${short(peerId)}: ${data}`));
mesh.on('error', ({ peerId, error }) => say(`${short(peerId)}: ${error.message}`));

const tabs = new Tabs({
  name: 'webrtc-client demo',
  onArrived: (tab) => (mesh.full ? say('The call is full.') : void mesh.add(tab)),
  onLeft: (peerId) => void mesh.remove(peerId),
});

const self = addTile('self', media.stream);
caption(self, 'you');
element('microphone').addEventListener('click', () => {
  void media.setMicrophone(media.state.microphone.status !== 'on');
});
element('camera').addEventListener('click', () => void media.setCamera(media.state.camera.status !== 'on'));
element('screen').addEventListener('click', () => {
  if (screen.state.status === 'on') screen.stop();
  else void screen.start({ audio: true });
});
element('bar').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = element<HTMLInputElement>('text');
  if (text.value && mesh.send(text.value)) {
    say(`you: ${text.value}`);
    text.value = '';
  }
});
element('leave').addEventListener('click', () => {
  tabs.close();
  mesh.close();
  media.close();
  screen.close();
  tiles.forEach((_, id) => removeTile(id));
});
media.on('change', ({ microphone, camera }) => {
  element('microphone').setAttribute('aria-pressed', String(microphone.status === 'on'));
  element('camera').setAttribute('aria-pressed', String(camera.status === 'on'));
});
screen.on('change', ({ status }) => element('screen').setAttribute('aria-pressed', String(status === 'on')));
await media.open();

function addTile(id: string, stream: MediaStream): HTMLElement {
  const tile = document.createElement('figure');
  const video = document.createElement('video');
  Object.assign(video, { autoplay: true, playsInline: true, srcObject: stream, muted: id === 'self' });
  tile.dataset.peer = id;
  tile.append(video, document.createElement('figcaption'));
  tiles.set(id, tile);
  element('tiles').append(tile);
  return tile;
}

function removeTile(id: string): void {
  tiles.get(id)?.remove();
  tiles.delete(id);
}

function caption(tile: HTMLElement, text: string): void {
  const place = tile.querySelector('figcaption');
  if (place) place.textContent = text;
}

function say(text: string): void {
  const line = document.createElement('li');
  line.textContent = text;
  element('log').prepend(line);
}

function short(peerId: string): string {
  return peerId.slice(0, 4);
}
