import { useLocation, useSearch } from 'wouter';
import { useCreateConsult } from '../../features/ask/hooks/use-create-consult';
import { AskMentor } from '../../features/practice/ask-mentor/ask-mentor';
import type { WrittenScript } from '../../features/practice/script/script-form';
import { keptReadiness } from '../../features/ready-check/kept-readiness';
import { useUser } from '../../shared/hooks/use-user';
import { placeOf } from '../place-of';

/** A mentor's help with a script, for whoever asks for help here. */
export function AskAMentor(written: WrittenScript) {
  const [, navigate] = useLocation();
  const { roles } = useUser();
  const begun = new URLSearchParams(useSearch()).has('ask');
  const create = useCreateConsult((consult) => navigate(placeOf(consult)), { orGoOn: false });
  if (!roles.includes('student')) return null;
  return (
    <AskMentor
      {...written}
      begun={begun}
      send={(request) => create.mutateAsync({ ...request, readiness: keptReadiness('speaking') })}
      placeOf={placeOf}
    />
  );
}
