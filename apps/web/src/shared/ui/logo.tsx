import { useLanguage } from '../i18n/language-provider';
import classes from './logo.module.css';

/** Two rings that join, and the name in the reader's script. */
export function Logo() {
  const { language } = useLanguage();
  return (
    <span className={classes.logo}>
      <svg
        width="34"
        height="24"
        viewBox="0 0 34 24"
        fill="none"
        strokeWidth="3.2"
        aria-hidden="true"
        focusable="false"
      >
        <circle cx="12" cy="12" r="8.6" className={classes.first} />
        <circle cx="22" cy="12" r="8.6" className={classes.second} />
      </svg>
      {language === 'ko' ? '이음' : 'Ieum'}
    </span>
  );
}
