import { CloseButton, Group, Text } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import type { ToolPanelProps } from '../tool';
import { CodeForm } from './code-form';
import { codeMessages } from './code-messages';
import type { CodeModel } from './code-model';
import { CodeView } from './code-view';
import type { ShownCode } from './shown-code';
import { useCodeName } from './use-code-name';

export function CodePanel({ model, onClose }: ToolPanelProps<CodeModel>) {
  const m = useMessages(codeMessages);
  const name = useCodeName();
  const { shown } = useSyncExternalStore(model.subscribe, model.getSnapshot);
  // Instead of this one; whatever comes after it is shown.
  const [replacing, setReplacing] = useState<ShownCode | null>(null);
  return (
    <>
      <Group justify="space-between" px="md" py={6} wrap="nowrap">
        <Text component="h2" fw={700} m={0} fz="md">
          {name}
        </Text>
        <CloseButton size="xl" aria-label={m.close} onClick={onClose} />
      </Group>
      {shown && shown !== replacing ? (
        <CodeView model={model} shown={shown} onOther={() => setReplacing(shown)} />
      ) : (
        <CodeForm model={model} onShown={() => setReplacing(null)} />
      )}
    </>
  );
}
