import { Button, CloseButton, Group, Text } from '@mantine/core';
import { memo, useId, useRef, useState } from 'react';
import { useLanguage } from '../../../../shared/i18n/language-provider';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { cutMiddle } from './cut-middle';
import { isOver } from './file-entry';
import type { FileEntry } from './file-entry';
import { canRunCode, extensionOf, fileKind } from './file-kind';
import { FileStatus } from './file-status';
import { filesMessages } from './files-messages';
import type { FilesModel } from './files-model';
import classes from './files.module.css';
import { formatBytes } from './format-bytes';

interface FileCardProps {
  readonly entry: FileEntry;
  readonly model: FilesModel;
  readonly partner: string;
  readonly linkOpen: boolean;
  /** The card is gone, and the focus with it. */
  readonly onRemoved: () => void;
}

/** One file: what it is, how far it is, and what can be done about it. */
export const FileCard = memo(function FileCard({ entry, model, partner, linkOpen, onRemoved }: FileCardProps) {
  const m = useMessages(filesMessages);
  const { language } = useLanguage();
  const card = useRef<HTMLLIElement>(null);
  const nameId = useId();
  const { key, name, size, mediaType, direction, state } = entry;
  const kind = fileKind(name, mediaType);
  const isFolder = state.status === 'failed' && state.reason === 'folder';
  const warns = direction === 'incoming' && canRunCode(kind) && (state.status === 'offered' || state.status === 'done');

  // The pressed button goes away: reading goes on at the card, where a second press does nothing.
  const stay = (act: (key: number) => void) => () => {
    card.current?.focus();
    act(key);
  };
  const remove = () => {
    model.remove(key);
    onRemoved();
  };
  return (
    <li ref={card} className={classes.card} data-status={state.status} tabIndex={-1} aria-labelledby={nameId}>
      <Picture url={state.status === 'done' ? state.pictureUrl : null} extension={extensionOf(name)} />
      <div className={classes.words}>
        <Text id={nameId} fw={600} title={name} className={classes.name}>
          <bdi>{cutMiddle(name)}</bdi>
        </Text>
        {!isFolder && (
          <Text fz="sm" c="dimmed">
            {m.kinds[kind]} · {formatBytes(size, language)}
          </Text>
        )}
        <FileStatus entry={entry} partner={partner} linkOpen={linkOpen} />
        {warns && (
          <Text fz="sm" className={classes.warning}>
            {m.runsCode}
          </Text>
        )}
        <Group gap="xs" className={classes.actions}>
          {state.status === 'offered' && (
            <>
              <Button size="sm" aria-describedby={nameId} onClick={stay((it) => model.accept(it))}>
                {m.accept}
              </Button>
              <Button size="sm" variant="default" aria-describedby={nameId} onClick={stay((it) => model.decline(it))}>
                {m.decline}
              </Button>
            </>
          )}
          {(state.status === 'waiting' || state.status === 'transferring' || state.status === 'paused') && (
            <Button size="sm" variant="default" aria-describedby={nameId} onClick={stay((it) => model.cancel(it))}>
              {m.cancel}
            </Button>
          )}
          {entry.canSendAgain && (
            <Button size="sm" variant="default" aria-describedby={nameId} onClick={stay((it) => model.sendAgain(it))}>
              {m.sendAgain}
            </Button>
          )}
          {state.status === 'done' && state.saveUrl && (
            <Button component="a" size="sm" href={state.saveUrl} download={name} aria-describedby={nameId}>
              {m.save}
            </Button>
          )}
        </Group>
      </div>
      {isOver(entry) && <CloseButton size={44} aria-label={m.remove} aria-describedby={nameId} onClick={remove} />}
    </li>
  );
});

interface PictureProps {
  readonly url: string | null;
  readonly extension: string;
}

/** A received picture; of everything else, what its name ends with. */
function Picture({ url, extension }: PictureProps) {
  const [broken, setBroken] = useState(false);
  if (url === null || broken) {
    return (
      <div className={classes.picture} aria-hidden="true">
        {extension.toUpperCase()}
      </div>
    );
  }
  return <img className={classes.picture} src={url} alt="" decoding="async" onError={() => setBroken(true)} />;
}
