import { init, type EChartsType } from 'echarts/core';
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { useColorMode } from '../../platform/color-mode.ts';

export interface ChartColors {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly attention: string;
  readonly danger: string;
  readonly good: string;
}

/** Draws into the element and draws anew when the option, the size or the colours of the page change. */
export function useChart(optionOf: (colors: ChartColors) => Parameters<EChartsType['setOption']>[0], onReady: (chart: EChartsType) => void): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const mode = useColorMode();
  useLayoutEffect(() => {
    if (element.current === null) return undefined;
    const chart = init(element.current, null, { renderer: 'canvas' });
    chart.setOption(optionOf(pageColors()));
    onReady(chart);
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [optionOf, onReady, mode]);
  return element;
}

/** The page's own colours: a chart drawn on canvas cannot read them from a stylesheet. */
function pageColors(): ChartColors {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string): string => style.getPropertyValue(name).trim();
  return {
    text: color('--text'), muted: color('--text-muted'), line: color('--line'), surface: color('--surface-raised'), accent: color('--accent'),
    accentSoft: color('--accent-soft'), attention: color('--attention'), danger: color('--danger'), good: color('--good'),
  };
}
