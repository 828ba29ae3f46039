import { QuestionInput, type QuestionTopic } from '@ieum/api-contract';
import { z } from 'zod';
import cafes from './data/cafes.json' with { type: 'json' };
import films from './data/films.json' with { type: 'json' };
import food from './data/food.json' with { type: 'json' };
import health from './data/health.json' with { type: 'json' };
import holidays from './data/holidays.json' with { type: 'json' };
import home from './data/home.json' with { type: 'json' };
import introductions from './data/introductions.json' with { type: 'json' };
import music from './data/music.json' with { type: 'json' };
import neighbourhood from './data/neighbourhood.json' with { type: 'json' };
import parks from './data/parks.json' with { type: 'json' };
import people from './data/people.json' with { type: 'json' };
import reading from './data/reading.json' with { type: 'json' };
import school from './data/school.json' with { type: 'json' };
import shopping from './data/shopping.json' with { type: 'json' };
import sport from './data/sport.json' with { type: 'json' };
import technology from './data/technology.json' with { type: 'json' };
import travel from './data/travel.json' with { type: 'json' };
import weather from './data/weather.json' with { type: 'json' };
import work from './data/work.json' with { type: 'json' };

const BY_TOPIC: Readonly<Record<QuestionTopic, readonly unknown[]>> = {
  home,
  neighbourhood,
  people,
  school,
  work,
  music,
  films,
  reading,
  food,
  cafes,
  shopping,
  travel,
  holidays,
  sport,
  parks,
  health,
  technology,
  weather,
};

/** The questions that come with the product: a file a topic, and one to introduce oneself; every change reviewed like code. */
export const REVIEWED_QUESTIONS: readonly QuestionInput[] = z
  .array(QuestionInput)
  .parse([...Object.values(BY_TOPIC), introductions].flat());

/** What asks learners to introduce themselves, with which the spoken test begins. By its key, whatever an admin makes of it. */
export const INTRODUCTION_KEYS: readonly string[] = introductions.map(({ key }) => key);
