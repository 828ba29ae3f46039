import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isAllSaved, logOut } from './log-out';

/** Logs out; asks first where something would be lost by it. */
export function useLogOut() {
  const [asks, setAsks] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (sure: boolean) => (sure || (await isAllSaved()) ? logOut() : setAsks(true)),
  });
  const answer = (sure: boolean) => {
    setAsks(false);
    if (sure) mutate(true);
  };
  return { leave: () => mutate(false), isPending, error, asks, answer };
}
