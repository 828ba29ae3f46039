import { useId } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { feedbackMessages } from '../messages';
import classes from './star-rating.module.css';

const STARS = [1, 2, 3, 4, 5] as const;

interface StarRatingProps {
  readonly label: string;
  /** From 1 to 5; 0 while none is chosen. */
  readonly value: number;
  /** Without it the stars are only shown. */
  readonly onChange?: (value: number) => void;
}

/** One to five stars: native radio buttons, each as large as a thumb. */
export function StarRating({ label, value, onChange }: StarRatingProps) {
  const m = useMessages(feedbackMessages);
  const name = useId();
  if (!onChange) {
    return (
      <div className={classes.stars} role="img" aria-label={label}>
        {STARS.map((star) => (
          <Star key={star} filled={star <= value} />
        ))}
      </div>
    );
  }
  return (
    <div className={classes.stars} role="radiogroup" aria-label={label}>
      {STARS.map((star) => (
        <label key={star} className={classes.choice} title={m.star({ n: star })}>
          <input
            type="radio"
            name={name}
            value={star}
            checked={star === value}
            aria-label={m.star({ n: star })}
            className={classes.input}
            onChange={() => onChange(star)}
          />
          <Star filled={star <= value} />
        </label>
      ))}
    </div>
  );
}

function Star({ filled }: { readonly filled: boolean }) {
  return (
    <svg className={classes.star} data-filled={filled} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="m12 3.2 2.7 5.6 6.1.8-4.5 4.2 1.1 6.1-5.4-3-5.4 3 1.1-6.1-4.5-4.2 6.1-.8z" />
    </svg>
  );
}
