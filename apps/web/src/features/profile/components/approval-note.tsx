import type { MentorProfile } from '@ieum/api-contract';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Notice } from '../../../shared/ui/notice';
import { profileMessages } from '../messages';

/** How far the operator's approval is, and what it changes. */
export function ApprovalNote({ profile }: { readonly profile: MentorProfile | null }) {
  const m = useMessages(profileMessages).approval;
  const state = profile === null ? 'none' : profile.approved ? 'approved' : 'pending';
  const text = { none: m.noneText, approved: m.approvedText, pending: m.pendingText }[state];
  return (
    <Notice tone={state === 'approved' ? 'calm' : 'warm'} title={m[state]}>
      {text}
    </Notice>
  );
}
