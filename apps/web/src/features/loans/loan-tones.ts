import type { TagTone } from '../../ui/tag.tsx';

const statusTones: Readonly<Record<string, TagTone>> = { active: 'good', overdue: 'danger', defaulted: 'danger', settled: 'neutral', pending: 'neutral', written_off: 'neutral', void: 'neutral' };
const classTones: Readonly<Record<string, TagTone>> = { normal: 'good', special_mention: 'attention', substandard: 'danger', doubtful: 'danger', loss: 'danger' };

export function statusTone(status: string): TagTone {
  return statusTones[status] ?? 'neutral';
}

export function classTone(fiveTierClass: string): TagTone {
  return classTones[fiveTierClass] ?? 'neutral';
}
