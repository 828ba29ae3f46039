import { Box, Text } from '@mantine/core';
import type { CallSample, Direction } from '@ieum/webrtc-client';
import type { ReactNode } from 'react';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { callMessages } from '../call-messages';
import { causeKey } from '../line-level';
import { isCameraPicture } from '../session/camera-picture';
import type { PeerQuality } from '../session/peer-quality';
import { detailsMessages } from './details-messages';
import classes from './details-panel.module.css';
import { figuresIn } from './figures';
import { SPARK, sparkPath } from './spark-path';

/** What fills a line from the bottom to the top, unless more is there. */
const TOP = { milliseconds: 200, share: 0.1, bitrate: 1_000_000 };

export interface DetailsPanelProps {
  readonly quality: PeerQuality;
}

/** The figures behind the mark of a line's quality, new every two seconds. */
export function DetailsPanel({ quality }: DetailsPanelProps) {
  const m = useMessages(detailsMessages);
  const call = useMessages(callMessages);
  const { language } = useLanguage();
  const { samples, felt, sent } = quality;
  const latest = samples.at(-1);
  if (!latest) return <div className={classes.figures}>{m.measuring}</div>;
  const figures = figuresIn(language);
  const { path, limitation } = latest;
  const series = (of: (sample: CallSample) => number | undefined) => samples.map(of);
  const camera = (way: Direction) => latest.pictures[way].find(isCameraPicture);
  const screen = (way: Direction) => latest.pictures[way].find((one) => !isCameraPicture(one));
  return (
    // Figures that are scrolled by keyboard, too.
    <Box className={classes.figures} role="group" aria-label={call.details} tabIndex={0}>
      <div>
        <Text fw={700}>{call.line[felt.level]}</Text>
        <Text>{call.causes[causeKey(felt)]}</Text>
        <Text c="dimmed">{m.steps[sent]}</Text>
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">{m.received}</th>
            <th scope="col">{m.sent}</th>
          </tr>
        </thead>
        <tbody>
          <BothWays label={m.bitrate}>
            {(way) => (
              <Figure
                text={figures.bitrate(latest.bitrate[way].total)}
                values={series(({ bitrate }) => bitrate[way].total)}
                top={TOP.bitrate}
              />
            )}
          </BothWays>
          <BothWays label={m.loss}>
            {(way) => (
              <Figure text={figures.share(latest.loss[way])} values={series(({ loss }) => loss[way])} top={TOP.share} />
            )}
          </BothWays>
          <BothWays label={m.jitter}>
            {(way) => (
              <Figure
                text={figures.milliseconds(latest.jitterMs[way])}
                values={series(({ jitterMs }) => jitterMs[way])}
                top={TOP.milliseconds}
              />
            )}
          </BothWays>
          <BothWays label={m.camera}>{(way) => figures.picture(camera(way))}</BothWays>
          {(screen('in') ?? screen('out')) && (
            <BothWays label={m.screen}>{(way) => figures.picture(screen(way))}</BothWays>
          )}
          <Whole label={m.roundTrip}>
            <Figure
              text={figures.milliseconds(latest.roundTripMs)}
              values={series(({ roundTripMs }) => roundTripMs)}
              top={TOP.milliseconds}
            />
          </Whole>
          {path && (
            <Whole label={m.path}>
              {path.relayed ? m.relayed : m.direct}
              <Text c="dimmed" fz="sm">
                {[path.local, path.remote].join(' → ')}, {path.protocol?.toUpperCase()}
              </Text>
            </Whole>
          )}
          {limitation && <Whole label={m.heldBack}>{m.limitations[limitation]}</Whole>}
        </tbody>
      </table>
    </Box>
  );
}

function BothWays({ label, children }: { readonly label: string; readonly children: (way: Direction) => ReactNode }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{children('in')}</td>
      <td>{children('out')}</td>
    </tr>
  );
}

function Whole({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td colSpan={2}>{children}</td>
    </tr>
  );
}

interface FigureProps {
  readonly text: string;
  /** The last two minutes. */
  readonly values: readonly (number | undefined)[];
  readonly top: number;
}

function Figure({ text, values, top }: FigureProps) {
  return (
    <>
      {text}
      <svg
        className={classes.spark}
        viewBox={`0 0 ${SPARK.width} ${SPARK.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d={sparkPath(values, top)} />
      </svg>
    </>
  );
}
