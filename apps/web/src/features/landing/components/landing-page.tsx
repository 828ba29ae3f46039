import { Link } from 'wouter';
import { useHeadingFocus } from '../../../shared/hooks/use-heading-focus';
import { usePageTitle } from '../../../shared/hooks/use-page-title';
import { useMessages } from '../../../shared/i18n/use-messages';
import { BookIcon, CompassIcon, HandIcon, HeartIcon, PersonIcon, SpeechIcon } from '../../../shared/ui/icons';
import { landingMessages } from '../messages';
import classes from './landing-page.module.css';

interface LandingPageProps {
  readonly getHelpHref: string;
  readonly helpSomeoneHref: string;
}

/** What this is, in one sentence, and two doors. */
export function LandingPage({ getHelpHref, helpSomeoneHref }: LandingPageProps) {
  const m = useMessages(landingMessages);
  const heading = useHeadingFocus();
  usePageTitle(m.title);
  const kinds = [
    { icon: <BookIcon size={26} />, name: m.tutoring, hint: m.tutoringHint },
    { icon: <SpeechIcon size={26} />, name: m.speaking, hint: m.speakingHint },
    { icon: <CompassIcon size={26} />, name: m.career, hint: m.careerHint },
    { icon: <HeartIcon size={26} />, name: m.counselling, hint: m.counsellingHint },
  ];
  return (
    <div className={classes.page}>
      <div className={classes.hero}>
        <h1 ref={heading} tabIndex={-1} className={classes.headline}>
          <span>{m.headline.who}</span> <span>{m.headline.when}</span>
        </h1>
        <p className={classes.sentence}>{m.sentence}</p>
        <div className={classes.doors}>
          <Link href={getHelpHref} className={classes.door} data-door="get-help">
            <HandIcon size={28} />
            <span>
              <strong>{m.getHelp}</strong>
              <small>{m.getHelpHint}</small>
            </span>
          </Link>
          <Link href={helpSomeoneHref} className={classes.door} data-door="help-someone">
            <PersonIcon size={28} />
            <span>
              <strong>{m.helpSomeone}</strong>
              <small>{m.helpSomeoneHint}</small>
            </span>
          </Link>
        </div>
      </div>
      <section aria-labelledby="kinds">
        <h2 id="kinds" className={classes.subtitle}>
          {m.kindsTitle}
        </h2>
        <ul className={classes.kinds}>
          {kinds.map(({ icon, name, hint }) => (
            <li key={name} className={classes.kind}>
              <span className={classes.icon}>{icon}</span>
              <h3>{name}</h3>
              <p>{hint}</p>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="how">
        <h2 id="how" className={classes.subtitle}>
          {m.howTitle}
        </h2>
        <ol className={classes.steps}>
          {Object.entries(m.steps).map(([key, step]) => (
            <li key={key}>{step}</li>
          ))}
        </ol>
        <p className={classes.promise}>{m.promise}</p>
      </section>
    </div>
  );
}
