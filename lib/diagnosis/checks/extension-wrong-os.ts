import type { Check } from '../types'

/** The disk-encryption extension of the other operating system: it cannot run here. */
export const extensionWrongOs: Check = {
  kind: 'extension-wrong-os',
  severity: 'error',
  uses: ['extension-list', 'os-type'],
  find: ({ facts }) => {
    const os = facts?.adeExtensions[0]?.os ?? null
    if (facts === null || os === null || !facts.osType.known) return null
    return os === facts.osType.value ? null : { volume: null }
  },
}
