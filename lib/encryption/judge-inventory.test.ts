import { describe, expect, it } from 'vitest'
import { known, unknown } from '@/lib/shared/known'
import { judgeInventory, type InventoryEvidence } from './judge-inventory'

const complete: InventoryEvidence = {
  complete: true,
  osDiskVisible: true,
  candidate: false,
  dataDisks: known(2),
  encryptionAtHost: false,
  securityType: null,
  osDiskSecurityEncryptionType: unknown('not-asked'),
}
const confidential = { securityType: 'ConfidentialVM', osDiskSecurityEncryptionType: known('DiskWithVMGuestState') }

describe('a VM known from the inventory alone', () => {
  it.each<[string, Partial<InventoryEvidence>, string, string, string]>([
    ['plain', {}, 'inventory', 'not-encrypted', 'not-encrypted'],
    ['no data disks', { dataDisks: known(0) }, 'inventory', 'not-encrypted', 'none'],
    ['data disks not counted', { dataDisks: unknown('absent') }, 'inventory', 'not-encrypted', 'not-encrypted'],
    ['a query broke off', { complete: false }, 'incomplete', 'unknown', 'unknown'],
    ['a hidden OS disk', { osDiskVisible: false }, 'incomplete', 'unknown', 'unknown'],
    [
      'a hidden OS disk, encryption at host',
      { osDiskVisible: false, encryptionAtHost: true },
      'incomplete',
      'unknown',
      'unknown',
    ],
    ['something of ADE found', { candidate: true }, 'pending', 'unknown', 'unknown'],
    ['encryption at host', { encryptionAtHost: true }, 'inventory', 'protected-otherwise', 'not-encrypted'],
    [
      'confidential OS disk alone',
      { ...confidential, dataDisks: known(0) },
      'inventory',
      'protected-otherwise',
      'none',
    ],
    ['confidential OS disk beside data disks', confidential, 'inventory', 'partly-encrypted', 'not-encrypted'],
    ['confidential VM, OS disk not asked', { securityType: 'ConfidentialVM' }, 'pending', 'unknown', 'unknown'],
    [
      'confidential VM, OS disk not confidential',
      { securityType: 'ConfidentialVM', osDiskSecurityEncryptionType: known('VMGuestStateOnly') },
      'inventory',
      'not-encrypted',
      'not-encrypted',
    ],
    [
      'confidential VM with encryption at host',
      { securityType: 'ConfidentialVM', encryptionAtHost: true },
      'inventory',
      'protected-otherwise',
      'not-encrypted',
    ],
  ])('%s', (_, change, reading, state, data) => {
    const verdict = judgeInventory({ ...complete, ...change })
    expect({ reading: verdict.reading, state: verdict.state, data: verdict.data.state }).toEqual({
      reading,
      state,
      data,
    })
  })
})
