import { linuxExtensionIds } from '@/lib/messages/ids'

/** Lines of a log that some cause is weighed by, and some more. */
export const messageKindsInLogs = linuxExtensionIds.filter(
  (id) => id.startsWith('linux-log') || id.startsWith('linux-bek'),
)
