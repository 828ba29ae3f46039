import { useRef } from 'react';
import type { ChangeEvent, ReactNode } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { boardIcons } from './board-icons';
import { boardMessages } from './board-messages';
import classes from './board.module.css';
import type { ExportType } from './export-page';

interface BoardActionsProps {
  readonly partner: string;
  readonly follows: boolean;
  readonly canDelete: boolean;
  readonly renaming: boolean;
  readonly onFollow: (follows: boolean) => void;
  readonly onRename: () => void;
  readonly onDelete: () => void;
  readonly onPictures: (files: readonly File[]) => void;
  readonly onExport: (type: ExportType) => void;
}

/** What can be done with the page besides drawing. */
export function BoardActions(props: BoardActionsProps) {
  const { partner, follows, canDelete, renaming, onFollow, onRename, onDelete, onPictures, onExport } = props;
  const m = useMessages(boardMessages);
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const onChosen = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    onPictures([...(currentTarget.files ?? [])]);
    // The same one may be chosen again.
    currentTarget.value = '';
  };
  const picker = { type: 'file', accept: 'image/*', hidden: true, tabIndex: -1, onChange: onChosen } as const;
  return (
    <div className={classes.actions}>
      <Action label={m.renamePage} onPress={onRename} isOn={renaming}>
        {boardIcons.rename}
      </Action>
      {canDelete && (
        <Action label={m.deletePage} onPress={onDelete}>
          {boardIcons.delete}
        </Action>
      )}
      <Action label={m.follow({ name: partner })} onPress={() => onFollow(!follows)} isOn={follows}>
        {boardIcons.follow}
      </Action>
      <input ref={files} multiple {...picker} />
      <Action label={m.addPicture} onPress={() => files.current?.click()}>
        {boardIcons.picture}
      </Action>
      <input ref={camera} capture="environment" {...picker} />
      <Action label={m.takePicture} onPress={() => camera.current?.click()} className={classes.camera}>
        {boardIcons.camera}
      </Action>
      <div role="group" aria-label={m.download} className={classes.downloads}>
        <Action label={m.asPng} onPress={() => onExport('png')}>
          .png
        </Action>
        <Action label={m.asSvg} onPress={() => onExport('svg')}>
          .svg
        </Action>
      </div>
    </div>
  );
}

interface ActionProps {
  readonly label: string;
  readonly onPress: () => void;
  /** Left out for what is done once. */
  readonly isOn?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

const Action = ({ label, onPress, isOn, className = '', children }: ActionProps) => (
  <button
    type="button"
    className={`${classes.tool ?? ''} ${className}`}
    aria-label={label}
    title={label}
    aria-pressed={isOn}
    onClick={onPress}
  >
    {children}
  </button>
);
