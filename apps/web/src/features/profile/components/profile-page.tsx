import { Stack } from '@mantine/core';
import { useUser } from '../../../shared/hooks/use-user';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Page } from '../../../shared/ui/page';
import { profileMessages } from '../messages';
import { AccountForm } from './account-form';
import { MentorSection } from './mentor-section';
import { PasswordForm } from './password-form';
import { SessionsSection } from './sessions-section';
import { VolunteerTime } from './volunteer-time';
import { YourDataSection } from './your-data-section';

interface ProfilePageProps {
  readonly liveListHref: string;
}

/** Everything about oneself: what a mentor offers first, for it decides what they see. */
export function ProfilePage({ liveListHref }: ProfilePageProps) {
  const m = useMessages(profileMessages);
  const user = useUser();
  const mentor = user.roles.includes('mentor');
  return (
    <Page title={m.title} lead={user.nickname} documentTitle={m.title}>
      <Stack gap="lg">
        {mentor && <MentorSection liveListHref={liveListHref} />}
        {mentor && <VolunteerTime />}
        <AccountForm />
        <PasswordForm />
        <SessionsSection />
        <YourDataSection />
      </Stack>
    </Page>
  );
}
