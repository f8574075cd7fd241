import { Select } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useLanguage, type Language } from '../platform/i18n.ts';

interface TimeZoneSelectProps {
  /** Filled in by Form.Item. */
  readonly id?: string;
  /** IANA name. */
  readonly value?: string;
  readonly onChange?: (timeZone: string) => void;
}

/** The zones this browser knows, found by IANA name, offset or the zone's name in the person's language. */
export function TimeZoneSelect(props: TimeZoneSelectProps): ReactNode {
  const language = useLanguage();
  const options = useMemo(() => timeZoneOptions(language), [language]);
  return <Select {...props} showSearch={{ optionFilterProp: 'label' }} options={options} />;
}

function timeZoneOptions(language: Language): { value: string; label: string }[] {
  // The zone that most lenders need stands first; the rest is alphabetical.
  const zones = ['Asia/Shanghai', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'Asia/Shanghai')];
  return zones.map((zone) => ({ value: zone, label: `${zoneName(zone, language)} · ${zone}` }));
}

function zoneName(timeZone: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { timeZone, timeZoneName: 'longGeneric' });
  return format.formatToParts().find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}
