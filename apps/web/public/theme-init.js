// Runs before the first paint: the colour scheme and the language that were chosen on this device.
{
  const root = document.documentElement;
  const scheme = localStorage.getItem('ieum.color-scheme');
  const language = localStorage.getItem('ieum.language');
  const dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  if (language === 'ko' || language === 'en') root.lang = language;
}
