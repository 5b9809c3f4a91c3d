import { describe, expect, it } from 'vitest'
import { readFragments } from '.'

const rowsOf = (text: string): readonly string[] =>
  readFragments(text.split('\n'))
    .filter(({ kind }) => kind === 'extension')
    .flatMap(({ rows }) => rows.map(({ subject, finding }) => `${subject}: ${finding}`))

const cmdlet = (type: string, state: string): string =>
  `Name                    : ade\nPublisher               : Microsoft.Azure.Security\nExtensionType           : ${type}\nTypeHandlerVersion      : 2.2\nProvisioningState       : ${state}`

describe('an extension alone', () => {
  it.each([
    ['Updating', 'operation-runs'],
    ['Deleting', 'operation-runs'],
    ['Succeeded', 'operation-ended'],
    ['Failed', 'operation-failed'],
    ['Canceled', 'operation-canceled'],
  ])('shows of %s: %s', (state, finding) => {
    const az = { name: 'ade', typePropertiesType: 'AzureDiskEncryptionForLinux', provisioningState: state }
    const arm = { properties: { type: 'AzureDiskEncryptionForLinux', provisioningState: state } }
    for (const printed of [az, arm])
      expect(rowsOf(JSON.stringify(printed))).toEqual([`AzureDiskEncryptionForLinux: ${finding}`])
    expect(rowsOf(cmdlet('AzureDiskEncryption', state))).toEqual([`AzureDiskEncryption: ${finding}`])
  })

  it('shows nothing where it is another one, or lacks its type', () => {
    expect(rowsOf(cmdlet('CustomScript', 'Updating'))).toEqual([])
    expect(rowsOf('ProvisioningState       : Updating')).toEqual([])
    expect(rowsOf('{"type":"CustomScript","provisioningState":"Updating"}')).toEqual([])
  })
})
