import { linuxExtensionIds } from '@/lib/messages/ids'

/** Log lines that support some cause, and some that support no cause. */
export const messageKindsInLogs = linuxExtensionIds.filter(
  (id) => id.startsWith('linux-log') || id.startsWith('linux-bek'),
)
