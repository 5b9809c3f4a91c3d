import { describe, expect, it } from 'vitest'
import { known, unknown } from '@/lib/shared/known'
import { judgeInventory, type InventoryEvidence } from './judge-inventory'

const complete: InventoryEvidence = {
  complete: true,
  osDiskVisible: true,
  candidate: false,
  dataDisks: known(2),
  encryptionAtHost: known(false),
  securityType: known(null),
  osDiskSecurityEncryptionType: known(null),
  diskEncryptionSetId: known(null),
}
const confidentialVm = { securityType: known('ConfidentialVM') }
const confidential = { ...confidentialVm, osDiskSecurityEncryptionType: known('DiskWithVMGuestState') }

describe('a VM known from the inventory alone', () => {
  it.each<[string, Partial<InventoryEvidence>, string, string, string]>([
    ['plain', {}, 'inventory', 'not-encrypted', 'not-encrypted'],
    ['no data disks', { dataDisks: known(0) }, 'inventory', 'not-encrypted', 'none'],
    ['data disks not counted', { dataDisks: unknown('unreadable') }, 'pending', 'unknown', 'unknown'],
    ['a query broke off', { complete: false }, 'incomplete', 'unknown', 'unknown'],
    ['a hidden OS disk', { osDiskVisible: false }, 'incomplete', 'unknown', 'unknown'],
    [
      'a hidden OS disk, encryption at host',
      { osDiskVisible: false, encryptionAtHost: known(true) },
      'incomplete',
      'unknown',
      'unknown',
    ],
    ['something of ADE found', { candidate: true }, 'pending', 'unknown', 'unknown'],
    ['encryption at host', { encryptionAtHost: known(true) }, 'inventory', 'protected-otherwise', 'not-encrypted'],
    [
      'confidential OS disk alone',
      { ...confidential, dataDisks: known(0) },
      'inventory',
      'protected-otherwise',
      'none',
    ],
    ['confidential OS disk beside data disks', confidential, 'pending', 'unknown', 'unknown'],
    ['confidential VM, OS disk not asked', confidentialVm, 'pending', 'unknown', 'unknown'],
    [
      'confidential VM, OS disk not confidential',
      { ...confidentialVm, osDiskSecurityEncryptionType: known('VMGuestStateOnly') },
      'pending',
      'unknown',
      'unknown',
    ],
    [
      'confidential VM without data disks, OS disk not confidential',
      { ...confidentialVm, osDiskSecurityEncryptionType: known('VMGuestStateOnly'), dataDisks: known(0) },
      'pending',
      'unknown',
      'unknown',
    ],
    [
      'confidential VM with encryption at host beside data disks',
      { ...confidential, encryptionAtHost: known(true) },
      'pending',
      'unknown',
      'unknown',
    ],
    [
      'confidential OS disk alone, with encryption at host',
      { ...confidential, encryptionAtHost: known(true), dataDisks: known(0) },
      'inventory',
      'protected-otherwise',
      'none',
    ],
    ['encryption at host not reported', { encryptionAtHost: unknown('unreadable') }, 'pending', 'unknown', 'unknown'],
    ['security type not reported', { securityType: unknown('unreadable') }, 'pending', 'unknown', 'unknown'],
    [
      'type of the OS disk not reported',
      { osDiskSecurityEncryptionType: unknown('unreadable') },
      'pending',
      'unknown',
      'unknown',
    ],
    ...['TDX', 'x', 'ConfidentialVM2', ' '].map(
      (type): [string, Partial<InventoryEvidence>, string, string, string] => [
        `a security type that is not published: ${type}`,
        { securityType: known(type) },
        'pending',
        'unknown',
        'unknown',
      ],
    ),
    ...['x', 'DiskWithVMGuestStateV2', ' '].map(
      (type): [string, Partial<InventoryEvidence>, string, string, string] => [
        `a type of the OS disk that is not published: ${type}`,
        {
          ...confidentialVm,
          osDiskSecurityEncryptionType: known(type),
          dataDisks: known(0),
          encryptionAtHost: known(true),
        },
        'pending',
        'unknown',
        'unknown',
      ],
    ),
    ...['Standard', 'trustedLaunch'].map((type): [string, Partial<InventoryEvidence>, string, string, string] => [
      `security type ${type}`,
      { securityType: known(type) },
      'inventory',
      'not-encrypted',
      'not-encrypted',
    ]),
    [
      'key of the OS disk not reported',
      { diskEncryptionSetId: unknown('unreadable') },
      'pending',
      'unknown',
      'unknown',
    ],
    [
      'confidential OS disk on a VM that is not',
      { ...confidential, securityType: known(null) },
      'pending',
      'unknown',
      'unknown',
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
