import { hasFlag } from '../reading'
import type { Check } from '../types'

/** The extension has a custom name; tools that look up the default name do not find it. */
export const extensionRenamed: Check = {
  kind: 'extension-renamed',
  severity: 'info',
  uses: ['extension-name'],
  find: ({ verdict }) => (hasFlag(verdict, 'extension-renamed') ? { volume: null } : null),
}
