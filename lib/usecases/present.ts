import 'server-only'

import { presentMilliseconds } from '@/lib/shared/moment'

/** The time at which something is read: now, or the moment of the file that is shown. */
export function present(): Date {
  return new Date(presentMilliseconds())
}
