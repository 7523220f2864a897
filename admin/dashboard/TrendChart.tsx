// The drawing of the trend; loaded apart because the chart library is heavy.
import { useTheme } from '@mui/material/styles';
import { LineChart } from '@mui/x-charts/LineChart';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';

interface Point {
  until: string;
  leaders: number | null;
  staff: number | null;
}

export function TrendChart({ points }: { points: Point[] }) {
  const t = useTranslate();
  const { palette } = useTheme();
  const { share, wholeShare } = useFormat();
  const write = (value: number | null) => share(value);
  return (
    <LineChart
      height={300}
      skipAnimation
      xAxis={[{ scaleType: 'point', data: points.map((point) => point.until), height: 32 }]}
      yAxis={[{ min: 0, max: 1, width: 64, tickNumber: 5, valueFormatter: (value: number) => wholeShare(value) }]}
      grid={{ horizontal: true }}
      series={[
        {
          data: points.map((point) => point.leaders),
          label: t('ui.leaders'),
          color: palette.leaders,
          curve: 'linear',
          showMark: true,
          valueFormatter: write,
        },
        {
          data: points.map((point) => point.staff),
          label: t('ui.others'),
          color: palette.staff,
          curve: 'linear',
          showMark: true,
          shape: 'square',
          valueFormatter: write,
        },
      ]}
      margin={{ left: 0, right: 48, top: 16, bottom: 4 }}
    />
  );
}
