import { Badge, Button, Stack, Text } from '@mantine/core';
import type { Survey } from '@ieum/api-contract';
import { Link } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { levelOf } from '../../../shared/practice/levels';
import { usePracticeWords } from '../../../shared/practice/use-practice-words';
import { Section } from '../../../shared/ui/section';
import { practiceMessages } from '../messages';
import classes from './practice.module.css';

interface SurveySummaryProps {
  readonly survey: Survey;
  readonly surveyHref: string;
}

/** The level and the topics that questions are chosen by. */
export function SurveySummary({ survey, surveyHref }: SurveySummaryProps) {
  const m = useMessages(practiceMessages);
  const words = usePracticeWords();
  const level = levelOf(survey.level);
  return (
    <Section title={m.survey}>
      <Stack gap="md" align="flex-start">
        <div>
          <Text fw={700}>{words.levels[level]}</Text>
          <Text>{words.levelMeanings[level]}</Text>
        </div>
        <div>
          <Text fw={700} mb={6}>
            {m.topics({ n: survey.topics.length })}
          </Text>
          <ul className={classes.badges}>
            {survey.topics.map((topic) => (
              <Badge key={topic} component="li" size="lg" tt="none">
                {words.topics[topic]}
              </Badge>
            ))}
          </ul>
        </div>
        <Button component={Link} href={surveyHref} variant="default">
          {m.change}
        </Button>
      </Stack>
    </Section>
  );
}
