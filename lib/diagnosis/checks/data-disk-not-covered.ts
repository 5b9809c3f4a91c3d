import type { Check } from '../types'

/** A data disk without key settings beside one that has them: attached after encryption, or skipped by it. */
export const dataDiskNotCovered: Check = {
  kind: 'data-disk-not-covered',
  severity: 'warning',
  uses: ['disk-stamps', 'data-disks'],
  find: ({ verdict: { pass, volumes } }) => {
    if (pass !== 'single') return null
    const data = volumes.filter(({ role }) => role === 'data')
    const left = data.some(({ stamp, state }) => stamp !== 'encrypted' && state === 'not-encrypted')
    return left && data.some(({ stamp }) => stamp === 'encrypted') ? { volume: 'data' } : null
  },
}
