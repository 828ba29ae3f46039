import { Alert, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import type { Feedback } from '@ieum/signaling-protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { SteadyButton } from '../../../shared/ui/steady-button';
import { feedbackQuery, rateFeedback } from '../feedback-queries';
import { feedbackMessages } from '../messages';
import { StarRating } from './star-rating';

/** The student's answer: stars and a word of thanks. */
export function RatingForm({ feedback }: { readonly feedback: Feedback }) {
  const m = useMessages(feedbackMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [rating, setRating] = useState(feedback.rating ?? 0);
  const [thanks, setThanks] = useState(feedback.thanks);
  const rate = useMutation({
    mutationFn: () => rateFeedback(feedback.consultId, { rating, thanks }),
    onSuccess: (changed) => client.setQueryData(feedbackQuery(feedback.consultId).queryKey, changed),
  });
  return (
    <Paper component="section" withBorder p="lg" radius="md" aria-label={m.rate}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {m.rate}
        </Title>
        {feedback.rating !== null ? (
          <>
            <StarRating label={m.star({ n: feedback.rating })} value={feedback.rating} />
            {feedback.thanks && <Text style={{ whiteSpace: 'pre-wrap' }}>{feedback.thanks}</Text>}
            <Text role="status">{m.rated}</Text>
          </>
        ) : (
          <>
            <StarRating label={m.rate} value={rating} onChange={setRating} />
            <Textarea
              label={m.thanks}
              placeholder={m.thanksPlaceholder}
              size="md"
              autosize
              minRows={2}
              maxLength={500}
              value={thanks}
              onChange={(event) => setThanks(event.currentTarget.value)}
            />
            {rate.error && (
              <Alert color="red" role="alert">
                {errorText(rate.error, language)}
              </Alert>
            )}
            <Group>
              <SteadyButton size="md" disabled={rating === 0} loading={rate.isPending} onClick={() => rate.mutate()}>
                {m.sendRating}
              </SteadyButton>
            </Group>
          </>
        )}
      </Stack>
    </Paper>
  );
}
