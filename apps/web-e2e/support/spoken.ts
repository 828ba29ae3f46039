import type { Page } from '@playwright/test';

interface SpokenWindow extends Window {
  spoken: string[];
  tellSpeech: (type: 'start' | 'end') => void;
}

/** Gives a page voices, which the browser of the tests has none of: listed late, as browsers do, and moved on by the test. */
export class Spoken {
  private constructor(private readonly page: Page) {}

  static async on(page: Page): Promise<Spoken> {
    await page.addInitScript(installVoices);
    return new Spoken(page);
  }

  words(): Promise<string[]> {
    return this.page.evaluate(() => (window as unknown as SpokenWindow).spoken);
  }

  tell(type: 'start' | 'end'): Promise<void> {
    return this.page.evaluate((what) => (window as unknown as SpokenWindow).tellSpeech(what), type);
  }

  /** Whatever is being said, until it is said. */
  async hearOut(): Promise<void> {
    while (await this.page.getByRole('button', { name: 'Pause' }).isVisible()) {
      await this.tell('start');
      await this.tell('end');
    }
  }
}

/** Runs in the page, before any of its own code. */
function installVoices(): void {
  class Utterance extends EventTarget {
    constructor(readonly text: string) {
      super();
    }
  }
  const spoken: string[] = [];
  const voice = { voiceURI: 'Ellie', name: 'Ellie', lang: 'en-US', localService: true, default: false };
  const events = new EventTarget();
  let queue: Utterance[] = [];
  let isListed = false;
  const speechSynthesis = Object.assign(events, {
    getVoices: () => (isListed ? [voice] : []),
    speak: (utterance: Utterance) => {
      spoken.push(utterance.text);
      queue.push(utterance);
    },
    cancel: () => {
      const cancelled = queue;
      queue = [];
      queueMicrotask(() => {
        for (const one of cancelled) one.dispatchEvent(Object.assign(new Event('error'), { error: 'interrupted' }));
      });
    },
    resume: () => undefined,
  });
  const tellSpeech = (type: 'start' | 'end') => {
    const [first] = queue;
    if (type === 'end') queue.shift();
    first?.dispatchEvent(new Event(type));
  };
  for (const [name, value] of Object.entries({
    speechSynthesis,
    SpeechSynthesisUtterance: Utterance,
    spoken,
    tellSpeech,
  }))
    Object.defineProperty(window, name, { value, configurable: true });
  setTimeout(() => {
    isListed = true;
    events.dispatchEvent(new Event('voiceschanged'));
  }, 0);
}
