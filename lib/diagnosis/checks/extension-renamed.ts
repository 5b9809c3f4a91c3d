import { hasFlag } from '../reading'
import type { Check } from '../types'

/** The extension has a name of its own; tools that look for the default name do not see it. */
export const extensionRenamed: Check = {
  kind: 'extension-renamed',
  severity: 'info',
  uses: ['extension-name'],
  find: ({ verdict }) => (hasFlag(verdict, 'extension-renamed') ? { volume: null } : null),
}
