import { Container } from '@mantine/core';
import { Loading } from './loading';

/** Grey lines where a whole page is about to be. */
export function PageLoading() {
  return (
    <Container size="sm" py="xl">
      <Loading />
    </Container>
  );
}
