import 'reflect-metadata';
import { AdminsModule } from '../auth/admins.module';
import { AdminsService } from '../auth/admins.service';
import { giveByEmail } from './give-by-email';

/** Opens the admin page to a person, or closes it. There is no other way to become an admin. */
giveByEmail({
  name: 'make-admin',
  module: AdminsModule,
  set: (context, email, given) => context.get(AdminsService).set(email, given),
  nobody: (email) => `Nobody signed up with the e-mail ${email}.`,
  done: (email, given) =>
    given
      ? `${email} is an admin; a page that is open already has to be loaded again.`
      : `${email} is not an admin any more, and is signed out everywhere.`,
});
