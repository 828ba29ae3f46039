import 'reflect-metadata';
import { MentorsModule } from '../mentors/mentors.module';
import { MentorsService } from '../mentors/mentors.service';
import { giveByEmail } from './give-by-email';

/** Approves a mentor for counselling and for minors, or takes that back. */
giveByEmail({
  name: 'approve-mentor',
  module: MentorsModule,
  set: (context, email, given) => context.get(MentorsService).setApproved(email, given),
  nobody: (email) => `Nobody with the e-mail ${email} has a mentor profile.`,
  done: (email, given) => `${email} is ${given ? 'approved' : 'not approved any more'}.`,
});
