import { defineMessages } from '../../shared/i18n/define-messages';

interface Named {
  readonly name: string;
}

interface Back {
  readonly using: string | undefined;
}

interface Replaced extends Back {
  /** `undefined` when it was not there to begin with. */
  readonly lost: string | undefined;
}

const enReplaced = (device: string, { lost, using = 'another one' }: Replaced) =>
  `${lost ? `“${lost}” is unplugged` : `The ${device} you chose is not there`}. In use now: ${using}.`;
const koReplaced = (device: string, { lost, using }: Replaced) =>
  `${lost ? `‘${lost}’ 연결이 끊어져` : `고른 ${device}가 없어`} ${using ? `‘${using}’ 장치` : '다른 장치'}를 쓰고 있어요.`;
const enBack = (device: string, { using = device }: Back) => `Plugged in again and in use: ${using}.`;
const koBack = (device: string, { using = device }: Back) => `‘${using}’ 장치가 다시 연결되어 쓰고 있어요.`;

/** What is said about a call and its controls while it runs. */
export const callMessages = defineMessages({
  en: {
    healing: {
      'restart-ice': 'Looking for a new path…',
      reconnect: 'Making a new connection…',
      'relay-only': 'Trying the way through the relay…',
      retry: 'No way was found yet. Still trying.',
    },
    networkChanged: 'Looking for the best path…',
    tryNow: 'Try now',
    theirPicturePaused: ({ name }: Named) =>
      `${name}’s picture has paused: the line may be too slow for it. The sound goes on.`,
    ownPicturePaused: ({ name }: Named) => `Your picture is paused: the line is too slow. ${name} still hears you.`,
    share: 'Show screen',
    sharing: 'You are showing your screen',
    sharingSound: 'You are showing your screen, with sound',
    stopSharing: 'Stop showing',
    wasSharing: 'The reload ended your screen sharing.',
    shareAgain: 'Show again',
    notNow: 'Not now',
    screenProblems: {
      denied: 'The system does not let the browser show the screen. Allow screen recording in the system’s settings.',
      failed: 'The screen could not be shown. Press the button to try again.',
    },
    remoteScreen: ({ name }: Named) => `Screen of ${name}`,
    showsScreen: ({ name }: Named) => `${name} shows their screen`,
    more: 'More',
    chooseMicrophone: 'Choose microphone and speaker',
    chooseCamera: 'Choose camera',
    devices: 'Microphone, camera, speaker',
    fullScreen: 'Full screen',
    pictureInPicture: 'Picture in picture',
    details: 'Call details',
    safety: 'Safety code',
    safetyTrouble: 'Safety code: look at it now',
    safetyMismatch: 'Something is wrong with the safety of this call. Say nothing private for now.',
    safetyChanged: 'The safety code has changed. Compare it again before you say anything private.',
    look: 'Look',
    consent: 'Your address would be seen',
    talkingWhileMuted: 'Your microphone is off: nobody hears you.',
    news: {
      microphone: (replaced: Replaced) => enReplaced('microphone', replaced),
      camera: (replaced: Replaced) => enReplaced('camera', replaced),
      speaker: (replaced: Replaced) => enReplaced('speaker', replaced),
    },
    back: {
      microphone: (back: Back) => enBack('your microphone', back),
      camera: (back: Back) => enBack('your camera', back),
      speaker: (back: Back) => enBack('your speaker', back),
    },
    refused: {
      microphone: 'That microphone did not start. The one before is still in use.',
      camera: 'That camera did not start. The one before is still in use.',
    },
    line: { good: 'Line: good', fair: 'Line: fair', poor: 'Line: poor', none: 'Line: not connected' },
    causes: {
      none: 'Nothing to complain about.',
      bandwidth: 'The line is narrow: your picture is sent smaller.',
      'loss-in': 'Some of what comes to you gets lost.',
      'loss-out': 'Some of what you send gets lost.',
      delay: 'Words take long to arrive.',
      'jitter-in': 'What comes to you arrives unevenly.',
      'jitter-out': 'What you send arrives unevenly.',
      device: 'This device is busy: your picture is sent smaller.',
    },
  },
  ko: {
    healing: {
      'restart-ice': '새로운 길을 찾는 중…',
      reconnect: '새로 연결하는 중…',
      'relay-only': '중계 서버를 거쳐 연결해 보는 중…',
      retry: '아직 길을 찾지 못했어요. 계속 시도하고 있어요.',
    },
    networkChanged: '더 나은 길을 찾는 중…',
    tryNow: '지금 시도하기',
    theirPicturePaused: ({ name }: Named) =>
      `${name} 님의 화면이 멈췄어요. 회선이 느려서일 수 있어요. 소리는 그대로 이어져요.`,
    ownPicturePaused: ({ name }: Named) => `회선이 느려 내 화면을 잠시 멈췄어요. ${name} 님은 계속 들을 수 있어요.`,
    share: '화면 보여 주기',
    sharing: '내 화면을 보여 주고 있어요',
    sharingSound: '내 화면과 소리를 들려주고 있어요',
    stopSharing: '그만 보여 주기',
    wasSharing: '새로고침으로 화면 공유가 끝났어요.',
    shareAgain: '다시 보여 주기',
    notNow: '나중에',
    screenProblems: {
      denied: '시스템에서 브라우저의 화면 공유를 막고 있어요. 시스템 설정에서 화면 기록을 허용해 주세요.',
      failed: '화면을 보여 주지 못했어요. 버튼을 눌러 다시 시도해 주세요.',
    },
    remoteScreen: ({ name }: Named) => `${name} 님이 보여 주는 화면`,
    showsScreen: ({ name }: Named) => `${name} 님이 화면을 보여 주고 있어요`,
    more: '더 보기',
    chooseMicrophone: '마이크와 스피커 고르기',
    chooseCamera: '카메라 고르기',
    devices: '마이크, 카메라, 스피커',
    fullScreen: '전체 화면',
    pictureInPicture: '작은 창으로 보기',
    details: '통화 상태',
    safety: '안전 코드',
    safetyTrouble: '안전 코드: 지금 확인해 주세요',
    safetyMismatch: '이 통화의 안전 확인에 문제가 있어요. 지금은 사적인 이야기를 하지 마세요.',
    safetyChanged: '안전 코드가 바뀌었어요. 사적인 이야기를 하기 전에 다시 맞춰 보세요.',
    look: '확인하기',
    consent: '내 주소가 보일 수 있어요',
    talkingWhileMuted: '마이크가 꺼져 있어 들리지 않아요.',
    news: {
      microphone: (replaced: Replaced) => koReplaced('마이크', replaced),
      camera: (replaced: Replaced) => koReplaced('카메라', replaced),
      speaker: (replaced: Replaced) => koReplaced('스피커', replaced),
    },
    back: {
      microphone: (back: Back) => koBack('마이크', back),
      camera: (back: Back) => koBack('카메라', back),
      speaker: (back: Back) => koBack('스피커', back),
    },
    refused: {
      microphone: '고른 마이크가 켜지지 않았어요. 쓰던 마이크를 계속 써요.',
      camera: '고른 카메라가 켜지지 않았어요. 쓰던 카메라를 계속 써요.',
    },
    line: { good: '회선: 좋음', fair: '회선: 보통', poor: '회선: 나쁨', none: '회선: 연결되지 않음' },
    causes: {
      none: '아무 문제가 없어요.',
      bandwidth: '회선이 좁아 내 화면을 작게 보내고 있어요.',
      'loss-in': '나에게 오는 소리와 화면이 일부 사라져요.',
      'loss-out': '내가 보내는 소리와 화면이 일부 사라져요.',
      delay: '말이 늦게 도착해요.',
      'jitter-in': '나에게 오는 소리와 화면이 고르지 않아요.',
      'jitter-out': '내가 보내는 소리와 화면이 고르지 않게 도착해요.',
      device: '이 기기가 바빠서 내 화면을 작게 보내고 있어요.',
    },
  },
});
