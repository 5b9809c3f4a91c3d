import { describe, expect, it } from 'vitest'
import { costInScans } from '@/lib/shared/testing/processor-time'
import { distributionOfImage } from './image-name'

const versionOf = (sku: string) => distributionOfImage({ publisher: 'RedHat', offer: 'RHEL', sku, id: null })?.version

describe('the version in a name of a Red Hat image', () => {
  it.each([
    ['7_9', '7.9'],
    ['79-gen2', '7.9'],
    ['7.4', '7.4'],
    ['810-gen2', '8.10'],
    ['7-LVM', '7'],
    ['8-lvm-gen2', '8'],
    ['810_lvm_gen1', '8.10'],
    ['9_lvm_byos', undefined],
  ])('%s: %s', (sku, version) => {
    expect(versionOf(sku)).toBe(version)
  })

  it('costs at most a few scans of the name, for any name', () => {
    const sku = `0${'-lvm-gen2'.repeat(5000)}!`
    expect(costInScans(() => expect(versionOf(sku)).toBeUndefined(), sku.length, 100)).toBeLessThanOrEqual(100)
  })
})
