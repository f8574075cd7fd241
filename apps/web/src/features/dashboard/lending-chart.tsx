import { parseYuan, fen } from '@loanbook/engine/money.ts';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { use as includeParts, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useCallback, type ReactNode } from 'react';
import { formatFen } from '../../platform/format.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { dashboardTexts } from './dashboard-texts.ts';
import type { DrillDown } from './drill-down-link.tsx';
import type { LendingMonth } from './dashboard-rows.ts';
import { useChart, type ChartColors } from './use-chart.ts';

includeParts([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

interface LendingChartProps {
  readonly months: readonly LendingMonth[];
  readonly onOpen: (rows: DrillDown) => void;
  readonly className: string | undefined;
}

/** Bars of lending, a line of collection; a click anywhere in a month opens that month's loans. */
export function LendingChart({ months, onOpen, className }: LendingChartProps): ReactNode {
  const t = useTexts(dashboardTexts);
  const language = useLanguage();
  const [lent, collected] = [t('lentSeries'), t('collectedSeries')];
  const optionOf = useCallback((colors: ChartColors) => ({
    animationDuration: 250,
    textStyle: { color: colors.muted, fontFamily: 'inherit' },
    grid: { left: 4, right: 8, top: 36, bottom: 0, outerBoundsMode: 'same' as const, outerBoundsContain: 'axisLabel' as const },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 8, textStyle: { color: colors.muted } },
    tooltip: {
      trigger: 'axis' as const, renderMode: 'richText' as const, confine: true, backgroundColor: colors.surface, borderColor: colors.line, textStyle: { color: colors.text, fontSize: 13 },
      axisPointer: { type: 'shadow' as const },
      valueFormatter: (amountFen: unknown) => (typeof amountFen === 'number' ? formatFen(fen(amountFen)) : ''),
    },
    xAxis: { type: 'category' as const, data: months.map(({ month }) => month), axisTick: { show: false }, axisLine: { lineStyle: { color: colors.line } }, axisLabel: { color: colors.muted, hideOverlap: true } },
    yAxis: { type: 'value' as const, minInterval: fenInWan, splitLine: { lineStyle: { color: colors.line } }, axisLabel: { color: colors.muted, formatter: (amountFen: number) => axisAmount(amountFen, language) } },
    series: [
      { type: 'bar' as const, name: lent, data: months.map((month) => parseYuan(month.lent) ?? 0), itemStyle: { color: colors.accent, borderRadius: [2, 2, 0, 0] }, barMaxWidth: 22, cursor: 'pointer' },
      { type: 'line' as const, name: collected, data: months.map((month) => parseYuan(month.collected) ?? 0), lineStyle: { color: colors.attention, width: 2 }, itemStyle: { color: colors.attention }, symbolSize: 5, showSymbol: months.length < 3 },
    ],
  }), [months, lent, collected, language]);
  const onReady = useCallback((chart: EChartsType) => {
    const surface = chart.getZr();
    surface.on('mousemove', ({ offsetX, offsetY }) => surface.setCursorStyle(chart.containPixel('grid', [offsetX, offsetY]) ? 'pointer' : 'default'));
    surface.on('click', ({ offsetX, offsetY }) => {
      if (!chart.containPixel('grid', [offsetX, offsetY])) return;
      const [index] = chart.convertFromPixel('grid', [offsetX, offsetY]);
      const month = index === undefined ? undefined : months[Math.round(index)];
      if (month !== undefined) onOpen(month.rows);
    });
  }, [months, onOpen]);
  return <div ref={useChart(optionOf, onReady)} role="img" aria-label={t('lendingLabel')} className={className} />;
}

const fenInWan = 1_000_000;

/** Tick labels are whole numbers of 万 or thousands: they mark the scale, the exact amounts are in tooltip and table. */
function axisAmount(amountFen: number, language: 'zh' | 'en'): string {
  if (amountFen === 0) return '0';
  return language === 'zh' ? `${amountFen / fenInWan} 万` : `${amountFen / 100_000}k`;
}
