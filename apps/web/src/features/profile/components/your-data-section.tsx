import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { saveText } from '../../../shared/lib/save-file';
import { serverClock } from '../../../shared/lib/server-clock';
import { Section } from '../../../shared/ui/section';
import { SteadyButton } from '../../../shared/ui/steady-button';
import { personalDataMessages } from '../personal-data-messages';
import { exportEverything } from '../profile-queries';
import { DeleteAccountDialog } from './delete-account-dialog';
import { SavedNote } from './saved-note';

/** Everything that is kept about oneself: to take along, and to have erased. */
export function YourDataSection() {
  const m = useMessages(personalDataMessages);
  const [asking, setAsking] = useState(false);
  const download = useMutation({
    mutationFn: exportEverything,
    onSuccess: (everything) => {
      const date = new Date(serverClock.now()).toISOString().slice(0, 10);
      saveText(m.fileName({ date }), JSON.stringify(everything, null, 2), 'application/json');
    },
  });
  return (
    <Section title={m.title} lead={m.lead}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {m.downloadHint}
        </Text>
        <Group gap="sm">
          <SteadyButton variant="default" loading={download.isPending} onClick={() => download.mutate()}>
            {m.download}
          </SteadyButton>
          <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
            {m.delete}
          </Button>
          <SavedNote error={download.error} saved={download.isSuccess ? m.downloaded : null} />
        </Group>
      </Stack>
      <DeleteAccountDialog opened={asking} onClose={() => setAsking(false)} />
    </Section>
  );
}
