import { usesDiskEncryption } from '../reading'
import type { Check } from '../types'

/** The version of the key in use is near its end: afterwards new requests and key changes fail. */
export const keyExpiresSoon: Check = {
  kind: 'key-expires-soon',
  severity: 'warning',
  uses: ['prerequisites'],
  find: (reading) =>
    usesDiskEncryption(reading) && reading.prerequisites.get('key-version')?.reason === 'key-version-expires-soon'
      ? { volume: null }
      : null,
}
