const LINE = /^([a-zA-Z_:][\w:]*)(?:\{((?:\w+="(?:[^"\\]|\\.)*",?)*)\})? (-?(?:\d[\d.e+-]*|Inf)|\+Inf|Na[Nn])$/u;

/** What Prometheus reads from a page of metrics. @throws on a line that it would refuse */
export class Scrape {
  private readonly samples: {
    readonly name: string;
    readonly labels: Record<string, string>;
    readonly value: number;
  }[] = [];

  constructor(readonly text: string) {
    for (const line of text.split('\n')) {
      if (line === '' || line.startsWith('# HELP ') || line.startsWith('# TYPE ')) continue;
      const [, name, labels = '', value] = LINE.exec(line) ?? [];
      if (!name) throw new Error(`Prometheus would not understand: ${line}`);
      const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/gu)].map(([, key = '', text = '']) => [key, text]);
      this.samples.push({ name, labels: Object.fromEntries(pairs) as Record<string, string>, value: Number(value) });
    }
  }

  static async of(port: number | undefined): Promise<Scrape> {
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
    if (!answer.ok) throw new Error(`There were no metrics: ${answer.status}`);
    return new Scrape(await answer.text());
  }

  /** The sum of the samples with at least these labels; `undefined` when there is none. */
  sum(name: string, labels: Record<string, string> = {}): number | undefined {
    const found = this.samples.filter(
      (sample) => sample.name === name && Object.entries(labels).every(([key, value]) => sample.labels[key] === value),
    );
    return found.length > 0 ? found.reduce((sum, { value }) => sum + value, 0) : undefined;
  }

  get names(): ReadonlySet<string> {
    return new Set(this.samples.map(({ name }) => name));
  }

  /** How many series there are of one name. */
  seriesOf(name: string): number {
    return this.samples.filter((sample) => sample.name === name).length;
  }
}
