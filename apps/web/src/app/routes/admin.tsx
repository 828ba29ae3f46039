import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { AuditPage } from '../../features/admin/components/audit-page';
import { CallPage } from '../../features/admin/components/call-page';
import { CallsPage } from '../../features/admin/components/calls-page';
import { DoctorPage } from '../../features/admin/components/doctor-page';
import { NowPage } from '../../features/admin/components/now-page';
import { PeoplePage } from '../../features/admin/components/people-page';
import { Sections } from '../../features/admin/components/sections';
import { adminCallMessages } from '../../features/admin/call-messages';
import { doctorMessages } from '../../features/admin/doctor-messages';
import { questionMessages } from '../../features/admin/questions/question-messages';
import { QuestionsPage } from '../../features/admin/questions/questions-page';
import { adminMessages } from '../../features/admin/messages';
import { useUser } from '../../shared/hooks/use-user';
import { useMessages } from '../../shared/i18n/use-messages';
import { Page } from '../../shared/ui/page';
import { adminPaths, adminPatterns } from '../admin-paths';
import { NotFoundRoute } from './not-found';

const LINKS = { calls: adminPaths.calls, call: adminPaths.call };

/** What those see who run the place; for everybody else there is nothing here. */
export function AdminRoute() {
  const m = useMessages(adminMessages);
  const calls = useMessages(adminCallMessages);
  const doctor = useMessages(doctorMessages);
  const questions = useMessages(questionMessages);
  if (!useUser().roles.includes('admin')) return <NotFoundRoute />;
  return (
    <Switch>
      <Route path={adminPaths.now}>
        <AdminPage title={m.now} lead={m.nowLead}>
          <NowPage links={LINKS} />
        </AdminPage>
      </Route>
      <Route path={adminPaths.people}>
        <AdminPage title={m.people}>
          <PeoplePage />
        </AdminPage>
      </Route>
      <Route path={adminPaths.calls}>
        <AdminPage title={m.calls} lead={calls.lead}>
          <CallsPage links={LINKS} />
        </AdminPage>
      </Route>
      <Route path={adminPatterns.call}>
        {({ consultId }) => (
          <AdminPage title={calls.title} lead={calls.lead}>
            <CallPage key={consultId} consultId={consultId} links={LINKS} />
          </AdminPage>
        )}
      </Route>
      <Route path={adminPaths.questions}>
        <AdminPage title={questions.title} lead={questions.lead}>
          <QuestionsPage />
        </AdminPage>
      </Route>
      <Route path={adminPaths.audit}>
        <AdminPage title={m.audit} lead={m.auditLead}>
          <AuditPage links={LINKS} />
        </AdminPage>
      </Route>
      <Route path={adminPaths.doctor}>
        <AdminPage title={doctor.title} lead={doctor.lead}>
          <DoctorPage />
        </AdminPage>
      </Route>
      <Route component={NotFoundRoute} />
    </Switch>
  );
}

interface AdminPageProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

function AdminPage({ title, lead, children }: AdminPageProps) {
  const m = useMessages(adminMessages);
  const doctor = useMessages(doctorMessages);
  const questions = useMessages(questionMessages);
  // One more page of the admin's: its address, its name, and a route above.
  const sections = [
    { href: adminPaths.now, label: m.now },
    { href: adminPaths.people, label: m.people },
    { href: adminPaths.calls, label: m.calls },
    { href: adminPaths.questions, label: questions.title },
    { href: adminPaths.audit, label: m.audit },
    { href: adminPaths.doctor, label: doctor.title },
  ];
  return (
    <>
      <Sections sections={sections} />
      <Page title={title} documentTitle={`${title} · ${m.sections}`} width="wide" {...(lead ? { lead } : {})}>
        {children}
      </Page>
    </>
  );
}
