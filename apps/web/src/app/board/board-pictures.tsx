import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useMemo } from 'react';
import type { BoardPicturesProps } from '../../features/feedback/kept-views';
import { keptMessages } from '../../features/feedback/kept-messages';
import { useMessages } from '../../shared/i18n/use-messages';
import { saveFile } from '../../shared/lib/save-file';
import { useBlobSource } from '../../shared/lib/use-blob-source';
import { ErrorState } from '../../shared/ui/error-state';
import classes from './board-pictures.module.css';
import { drawPage } from './draw-page';
import { keptPages } from './kept-pages';
import type { KeptPage } from './kept-pages';

/** The board of a meeting, a picture a page. */
export function BoardPictures({ board, fileName }: BoardPicturesProps) {
  const m = useMessages(keptMessages);
  const pages = useMemo(() => keptPages(board), [board]);
  return (
    <Stack gap="lg">
      {pages.map((page, index) => (
        <PagePicture
          key={page.id}
          page={page}
          name={page.name || m.boardPage({ n: index + 1 })}
          fileName={`${fileName} ${index + 1}.svg`}
        />
      ))}
    </Stack>
  );
}

interface PagePictureProps {
  readonly page: KeptPage;
  readonly name: string;
  readonly fileName: string;
}

function PagePicture({ page, name, fileName }: PagePictureProps) {
  const m = useMessages(keptMessages);
  const drawing = useQuery({
    // Its elements are many: they go by how often they were changed.
    queryKey: [
      'board-picture',
      useId(),
      page.elements.length,
      page.elements.reduce((n, { version }) => n + version, 0),
    ],
    queryFn: () => drawPage(page),
    gcTime: 0,
  });
  const picture = drawing.data;
  const show = useBlobSource<HTMLImageElement>(picture);
  const save = () => {
    if (picture) saveFile(fileName, picture);
  };
  return (
    <section aria-label={name}>
      <Title order={3} size="h5" mb={6}>
        {name}
      </Title>
      {drawing.error && <ErrorState error={drawing.error} onRetry={() => void drawing.refetch()} />}
      {drawing.isPending && <Text role="status">{m.boardLoading}</Text>}
      {picture && (
        <Stack gap="xs">
          <img ref={show} alt={m.boardPicture({ name })} className={classes.picture} />
          <Group>
            <Button variant="default" onClick={save}>
              {m.saveSvg({ name })}
            </Button>
          </Group>
        </Stack>
      )}
    </section>
  );
}
