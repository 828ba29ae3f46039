import { Link, useRoute } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { adminMessages } from '../messages';
import classes from './admin.module.css';

interface AdminSection {
  readonly href: string;
  readonly label: string;
}

/** Where to go within the admin page. */
export function Sections({ sections }: { readonly sections: readonly AdminSection[] }) {
  const m = useMessages(adminMessages);
  return (
    <nav className={classes.frame} aria-label={m.sections}>
      <div className={classes.sections}>
        {sections.map((section) => (
          <SectionLink key={section.href} {...section} />
        ))}
      </div>
    </nav>
  );
}

function SectionLink({ href, label }: AdminSection) {
  const [current] = useRoute(href);
  return (
    <Link href={href} className={classes.section} aria-current={current ? 'page' : undefined}>
      {label}
    </Link>
  );
}
