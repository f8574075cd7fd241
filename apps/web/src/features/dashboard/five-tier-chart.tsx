import { fiveTierClassChoices } from '@loanbook/contract/choices.ts';
import { fen, parseYuan } from '@loanbook/engine/money.ts';
import { PieChart } from 'echarts/charts';
import { TooltipComponent } from 'echarts/components';
import { use as includeParts, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useCallback, type ReactNode } from 'react';
import { formatFen, useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { dashboardTexts } from './dashboard-texts.ts';
import type { DrillDown } from './drill-down-link.tsx';
import type { FiveTierRow } from './dashboard-rows.ts';
import { useChart, type ChartColors } from './use-chart.ts';

includeParts([PieChart, TooltipComponent, CanvasRenderer]);

interface FiveTierChartProps {
  readonly classes: readonly FiveTierRow[];
  readonly onOpen: (rows: DrillDown) => void;
  readonly className: string | undefined;
}

export function FiveTierChart({ classes, onOpen, className }: FiveTierChartProps): ReactNode {
  const t = useTexts(dashboardTexts);
  const { choice } = useFormats();
  const optionOf = useCallback((colors: ChartColors) => ({
    animationDuration: 250,
    tooltip: { renderMode: 'richText' as const, confine: true, backgroundColor: colors.surface, borderColor: colors.line, textStyle: { color: colors.text, fontSize: 13 }, valueFormatter: (amountFen: unknown) => (typeof amountFen === 'number' ? formatFen(fen(amountFen)) : '') },
    series: [{
      type: 'pie' as const, radius: ['58%', '92%'], label: { show: false }, emphasis: { scaleSize: 3 }, cursor: 'pointer',
      data: classes.map((row) => ({ name: choice(fiveTierClassChoices, row.class), value: parseYuan(row.outstandingPrincipal) ?? 0, itemStyle: { color: sliceColor(row.class, colors), borderColor: colors.surface, borderWidth: 1 } })),
    }],
  }), [classes, choice]);
  const onReady = useCallback((chart: EChartsType) => {
    chart.on('click', ({ dataIndex }) => {
      const row = classes[dataIndex];
      if (row !== undefined) onOpen(row.rows);
    });
  }, [classes, onOpen]);
  return <div ref={useChart(optionOf, onReady)} role="img" aria-label={t('fiveTierLabel')} className={className} />;
}

/** Calm for what is well, red for what is lost; the same steps as the dots of the list. */
function sliceColor(fiveTierClass: string, colors: ChartColors): string {
  switch (fiveTierClass) {
    case 'normal': return colors.accent;
    case 'special_mention': return colors.attention;
    case 'substandard': return mixed(colors.danger, colors.surface);
    case 'doubtful': return colors.danger;
    default: return mixed(colors.danger, colors.text);
  }
}

// 55 % of the first colour, as color-mix does for the dots; both are #rrggbb.
function mixed(color: string, other: string): string {
  const channel = (hex: string, index: number): number => Number.parseInt(hex.slice(1 + index * 2, 3 + index * 2), 16);
  return `rgb(${[0, 1, 2].map((index) => Math.round(channel(color, index) * 0.55 + channel(other, index) * 0.45)).join(', ')})`;
}
