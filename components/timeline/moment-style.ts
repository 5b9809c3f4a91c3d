import type { MomentStyle } from '@/lib/i18n/format-moment'

/** How a moment is written where so many hours are shown. */
export function momentStyle(hours: number): MomentStyle {
  return hours > 1000 ? 'day' : 'day-clock'
}
