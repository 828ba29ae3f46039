import { Button, CloseButton, Group, Text } from '@mantine/core';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import type { ChangeEvent } from 'react';
import { useLanguage } from '../../../../shared/i18n/language-provider';
import { useMessages } from '../../../../shared/i18n/use-messages';
import type { ToolPanelProps } from '../tool';
import { FileCard } from './file-card';
import type { FileEntry } from './file-entry';
import { filesMessages } from './files-messages';
import type { FilesModel } from './files-model';
import { filesToolMessages } from './files-tool-messages';
import classes from './files.module.css';
import { formatBytes } from './format-bytes';
import { MAX_FILE_BYTES } from './max-file-bytes';
import { useFileOver } from './use-file-over';
import { useFilePaste } from './use-file-paste';

const isReceived = ({ direction, state }: FileEntry) => direction === 'incoming' && state.status === 'done';

export function FilesPanel({ model, partner, onClose }: ToolPanelProps<FilesModel>) {
  const m = useMessages(filesMessages);
  const { name } = useMessages(filesToolMessages);
  const { language } = useLanguage();
  const { entries, linkOpen } = useSyncExternalStore(model.subscribe, model.getSnapshot);
  const input = useRef<HTMLInputElement>(null);
  const choose = useRef<HTMLButtonElement>(null);
  const dragging = useFileOver();
  useFilePaste((pasted) => model.takeFiles(pasted));

  const focusChoose = useCallback(() => choose.current?.focus(), []);
  useEffect(focusChoose, [focusChoose]);
  const take = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    model.offer([...(currentTarget.files ?? [])]);
    // The same file can be chosen once more.
    currentTarget.value = '';
  };
  return (
    <>
      <Group justify="space-between" px="md" py={6} wrap="nowrap">
        <Text component="h2" fw={700} m={0} fz="md">
          {name}
        </Text>
        <CloseButton size="xl" aria-label={m.close} onClick={onClose} />
      </Group>
      <div className={classes.body}>
        <div className={classes.drop} data-over={dragging || undefined}>
          <input ref={input} type="file" multiple hidden onChange={take} />
          <Button ref={choose} onClick={() => input.current?.click()}>
            {m.choose}
          </Button>
          <Text fz="sm" className={classes.orDrop}>
            {dragging ? m.dropHere : m.orDrop}
          </Text>
          <Text fz="sm" c="dimmed">
            {m.asked({ name: partner, limit: formatBytes(MAX_FILE_BYTES, language) })}
          </Text>
        </div>
        <Text c="dimmed" fz="sm" className={classes.note}>
          {entries.some(isReceived) ? m.saveFirst : entries.length === 0 && m.about}
        </Text>
        <ul className={classes.list} aria-label={m.list}>
          {[...entries].reverse().map((entry) => (
            <FileCard key={entry.key} {...{ entry, model, partner, linkOpen }} onRemoved={focusChoose} />
          ))}
        </ul>
      </div>
    </>
  );
}
