import { Button, CloseButton, Text } from '@mantine/core';
import { useId, useRef, useState, useSyncExternalStore } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { saveFile } from '../../../../shared/lib/save-file';
import { pictureOfFile } from '../../../../shared/pictures/picture-of-file';
import { ConfirmDialog } from '../../../../shared/ui/confirm-dialog';
import { Notice } from '../../../../shared/ui/notice';
import type { ToolPanelProps } from '../tool';
import { BoardActions } from './board-actions';
import { BoardBoundary } from './board-boundary';
import { BoardCanvas } from './board-canvas';
import type { BoardHandle, PageView } from './board-canvas';
import { BOARD_LIMITS } from './board-limits';
import { boardMessages } from './board-messages';
import type { BoardModel } from './board-model';
import { BoardPageForm } from './board-page-form';
import { BoardTabs } from './board-tabs';
import classes from './board.module.css';
import { exportPage } from './export-page';
import type { ExportType } from './export-page';
import { useBoardName } from './use-board-name';
import { usePageName } from './use-page-name';

type Trouble = 'picturesFailed' | 'full' | 'tooManyPages' | 'downloadFailed' | 'empty';

export function BoardPanel({ model, partner, onClose }: ToolPanelProps<BoardModel>) {
  const m = useMessages(boardMessages);
  const title = useBoardName();
  const nameOf = usePageName();
  const snapshot = useSyncExternalStore(model.subscribe, model.getSnapshot);
  const { pages, page, follows, isFull } = snapshot;
  const [open, setOpen] = useState<'name' | 'deletion' | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const handle = useRef<BoardHandle | null>(null);
  const [views] = useState(() => new Map<string, PageView>());
  const panelId = useId();
  const name = nameOf(pages, page);

  const addPictures = async (files: readonly File[]) => {
    setTrouble(null);
    for (const file of files) {
      const image = await pictureOfFile(file, BOARD_LIMITS.picture);
      if (!image) setTrouble('picturesFailed');
      else if ((await handle.current?.screen.addImage(image)) === false) setTrouble('full');
    }
  };
  const download = async (type: ExportType) => {
    setTrouble(null);
    try {
      const file = handle.current && (await exportPage(handle.current.api, type));
      if (file) saveFile(`${m.fileName({ page: name, date: today() })}.${type}`, file);
      else setTrouble('empty');
    } catch (error) {
      reportError(error);
      setTrouble('downloadFailed');
    }
  };
  const add = () => {
    const isAdded = model.addPage('');
    setTrouble(isAdded ? null : 'tooManyPages');
    if (isAdded) setOpen('name');
  };
  const problem = trouble ?? (isFull ? 'full' : null);
  return (
    <>
      <div className={classes.head}>
        <Text component="h2" className={classes.title}>
          {title}
        </Text>
        <BoardTabs
          snapshot={snapshot}
          partner={partner}
          controls={panelId}
          onOpen={(id) => model.openPage(id)}
          onAdd={add}
        />
        <BoardActions
          partner={partner}
          follows={follows}
          canDelete={pages.length > 1}
          renaming={open === 'name'}
          onFollow={(on) => model.follow(on)}
          onRename={() => setOpen(open === 'name' ? null : 'name')}
          onDelete={() => setOpen('deletion')}
          onPictures={(files) => void addPictures(files)}
          onExport={(type) => void download(type)}
        />
        <CloseButton size="xl" aria-label={m.close} className={classes.close} onClick={onClose} />
      </div>
      {open === 'name' && (
        <BoardPageForm
          key={page}
          name={pages.find(({ id }) => id === page)?.name ?? ''}
          placeholder={name}
          onName={(typed) => model.renamePage(page, typed)}
          onClose={() => setOpen(null)}
        />
      )}
      {problem && (
        <div className={classes.notice}>
          <Notice tone="warm" role="alert">
            {m[problem]}
          </Notice>
        </div>
      )}
      <div id={panelId} role="tabpanel" aria-label={name} className={classes.page}>
        <BoardBoundary
          fallback={(retry) => (
            <Notice tone="warm" role="alert">
              {m.broken}
              <Button onClick={retry}>{m.showAgain}</Button>
            </Notice>
          )}
        >
          <BoardCanvas
            key={page}
            model={model}
            pageId={page}
            partner={partner}
            view={views.get(page)}
            onView={(view) => views.set(page, view)}
            onReady={(ready) => void (handle.current = ready)}
            onPictures={(files) => void addPictures(files)}
          />
        </BoardBoundary>
      </div>
      <ConfirmDialog
        opened={open === 'deletion'}
        title={m.deleteTitle({ name })}
        confirmLabel={m.delete}
        cancelLabel={m.cancel}
        danger
        onConfirm={() => {
          setOpen(null);
          model.deletePage(page);
        }}
        onCancel={() => setOpen(null)}
      >
        {m.deleteText}
      </ConfirmDialog>
    </>
  );
}

/** As the person's calendar says, in an order that sorts. */
function today(): string {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
