import { CloseButton, Group, Text } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import type { ToolPanelProps } from '../tool';
import { CodeForm } from './code-form';
import { frontAfter } from './code-front';
import type { CodeFront } from './code-front';
import { codeMessages } from './code-messages';
import type { CodeModel } from './code-model';
import { CodeView } from './code-view';
import { useCodeName } from './use-code-name';

export function CodePanel({ model, onClose }: ToolPanelProps<CodeModel>) {
  const m = useMessages(codeMessages);
  const name = useCodeName();
  const snapshot = useSyncExternalStore(model.subscribe, model.getSnapshot);
  const { shown } = snapshot;
  const [front, setFront] = useState<CodeFront>(shown ? 'code' : 'form');
  const [known, setKnown] = useState(shown);
  if (shown !== known) {
    setKnown(shown);
    setFront(frontAfter(front, snapshot));
  }
  return (
    <>
      <Group justify="space-between" px="md" py={6} wrap="nowrap">
        <Text component="h2" fw={700} m={0} fz="md">
          {name}
        </Text>
        <CloseButton size="xl" aria-label={m.close} onClick={onClose} />
      </Group>
      {shown && front === 'code' ? (
        <CodeView model={model} shown={shown} onOther={() => setFront('form')} />
      ) : (
        <CodeForm model={model} onLook={() => setFront('code')} />
      )}
    </>
  );
}
