import { describe, expect, it } from '@jest/globals';
import { browserKind } from './browser-kind';

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const APPLE = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const IPHONE = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) ${APPLE}`;

describe('the browser that a hint is for', () => {
  it.each([
    ['chrome', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/142.0.0.0 Safari/537.36`, 0],
    ['chrome', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/140.0.0.0 Whale/4.34.340 Safari/537.36`, 0],
    ['chrome', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Chrome/142.0.0.0 Safari/537.36`, 0],
    ['chrome-android', `Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT} Chrome/142.0.0.0 Mobile Safari/537.36`, 5],
    [
      'chrome-android',
      `Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
      5,
    ],
    ['edge', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`, 10],
    ['firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 0],
    ['safari', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Version/18.3 Safari/605.1.15`, 0],
    ['ios-safari', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Version/18.3 Safari/605.1.15`, 5],
    ['ios-safari', `${IPHONE} Version/18.3 Mobile/15E148 Safari/604.1`, 5],
    ['ios-other', `${IPHONE} CriOS/142.0.0.0 Mobile/15E148 Safari/604.1`, 5],
    ['ios-other', `${IPHONE} FxiOS/145.0 Mobile/15E148 Safari/605.1.15`, 5],
    ['in-app', `${IPHONE} Mobile/15E148 KAKAOTALK 25.9.1`, 5],
    [
      'in-app',
      `Mozilla/5.0 (Linux; Android 14; SM-S921N; wv) ${WEBKIT} Version/4.0 Chrome/142.0 Mobile Safari/537.36`,
      5,
    ],
    ['in-app', `${IPHONE} Safari/605.1 NAVER(inapp; search; 2000; 12.14.1)`, 5],
    ['other', '', 0],
  ] as const)('is %s for %s', (kind, userAgent, maxTouchPoints) => {
    expect(browserKind({ userAgent, maxTouchPoints })).toBe(kind);
  });

  it('goes by the client hints where there are any', () => {
    const marks = { userAgent: '', maxTouchPoints: 0 };
    const edge = [{ brand: 'Not.A/Brand' }, { brand: 'Chromium' }, { brand: 'Microsoft Edge' }];
    expect(browserKind({ ...marks, hints: { brands: edge, mobile: false } })).toBe('edge');
    expect(browserKind({ ...marks, hints: { brands: [{ brand: 'Chromium' }], mobile: true } })).toBe('chrome-android');
    expect(browserKind({ ...marks, hints: { brands: [{ brand: 'Chromium' }], mobile: false } })).toBe('chrome');
  });
});
