import { usesDiskEncryption } from '../reading'
import type { Check } from '../types'

/** The key version in use expires soon: afterwards new requests and key changes fail. */
export const keyExpiresSoon: Check = {
  kind: 'key-expires-soon',
  severity: 'warning',
  uses: ['prerequisites'],
  find: (reading) =>
    usesDiskEncryption(reading) && reading.prerequisites.get('key-version')?.reason === 'key-version-expires-soon'
      ? { volume: null }
      : null,
}
