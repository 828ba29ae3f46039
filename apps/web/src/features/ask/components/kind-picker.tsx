import { KINDS } from '@ieum/signaling-protocol';
import type { Kind } from '@ieum/signaling-protocol';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ChoiceGroup } from '../../../shared/ui/choice-group';
import { askMessages } from '../messages';

interface KindPickerProps {
  readonly value: Kind | null;
  readonly error: string | null;
  readonly onChange: (kind: Kind) => void;
}

export function KindPicker({ value, error, onChange }: KindPickerProps) {
  const m = useMessages(askMessages);
  const words = useConsultWords();
  const choices = KINDS.map((kind) => ({ value: kind, label: words.kinds[kind], hint: m.kindHints[kind] }));
  return (
    <ChoiceGroup legend={m.kind} layout="cards" choices={choices} value={value} error={error} onChange={onChange} />
  );
}
