import { describe, expect, it } from 'vitest'
import { Fingerprints } from './fingerprints'

const disk = { id: 'disk', state: 'Attached' }
const vm = { id: 'vm', size: 'Standard_D2s_v5' }

describe('Fingerprints', () => {
  it('are equal for the same rows in any order, and differ where a row does', () => {
    const [one, other, changed] = [new Fingerprints(), new Fingerprints(), new Fingerprints()]
    one.add('vm', vm)
    one.add('vm', disk)
    other.add('vm', disk)
    other.add('vm', vm)
    changed.add('vm', vm)
    changed.add('vm', { ...disk, state: 'Reserved' })
    expect(one.whole('vm')).toBe(other.whole('vm'))
    expect(changed.whole('vm')).not.toBe(one.whole('vm'))
  })

  it('match nothing where a row was left out, so that an earlier reading cannot be reused', () => {
    const fingerprints = new Fingerprints()
    fingerprints.leaveOut('vm')
    fingerprints.add('vm', disk)
    expect(fingerprints.whole('vm')).toBeNull()
  })
})
