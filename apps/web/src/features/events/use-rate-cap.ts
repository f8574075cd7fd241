import { settingsRoutes } from '@loanbook/contract/features/settings.ts';
import { parsePercent, type RateE8 } from '@loanbook/engine/rate.ts';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../platform/client.ts';

/** The institution's cap on new rates; null until it is known. */
export function useRateCap(): RateE8 | null {
  const settings = useQuery({ queryKey: ['settings'], queryFn: ({ signal }) => call(settingsRoutes.read, { signal }) });
  return parsePercent(settings.data?.rateCapPct ?? '');
}
