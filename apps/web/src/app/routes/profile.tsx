import { ProfilePage } from '../../features/profile/components/profile-page';
import { paths } from '../paths';

export function ProfileRoute() {
  return <ProfilePage liveListHref={paths.live} />;
}
