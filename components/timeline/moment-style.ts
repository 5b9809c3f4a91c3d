import type { MomentStyle } from '@/lib/i18n/format-moment'

/** Time format for a chart over this many hours. */
export function momentStyle(hours: number): MomentStyle {
  return hours > 1000 ? 'day' : 'day-clock'
}
