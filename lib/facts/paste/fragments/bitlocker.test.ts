import { describe, expect, it } from 'vitest'
import { readFragments } from '.'
import { isOfSeveral } from './types'

const rowsOf = (text: string): readonly string[] =>
  readFragments(text.split('\n')).flatMap(({ rows }) => rows.map(({ subject, finding }) => `${subject} ${finding}`))

const volume = (conversion: string, protection: string): string =>
  `Volume C: [Windows]\n    Conversion Status:    ${conversion}\n    Protection Status:    ${protection}\n`
const encrypted = volume('Fully Encrypted', 'Protection On')
const plain = volume('Fully Decrypted', 'Protection Off')

describe('manage-bde of two computers', () => {
  it.each([
    ['hostname', (name: string) => `C:\\>hostname\n${name}\nC:\\>manage-bde -status\n`],
    ['a remote session', (name: string) => `[${name}]: PS C:\\> manage-bde -status\n`],
    ['-cn', (name: string) => `manage-bde -status -cn ${name}\nComputer Name: ${name}\n\n`],
    ['the Japanese form', (name: string) => `コンピューター名: ${name}\n`],
  ])('is told apart by %s', (_, head) => {
    expect(rowsOf(`${head('web-01')}${encrypted}\n${head('web-02')}${plain}`)).toEqual([
      'web-01 C: fully-encrypted-protected',
      'web-02 C: fully-decrypted',
    ])
  })

  it('is not one list where no line names them', () => {
    const [fragment] = readFragments(`${encrypted}\n${plain}`.split('\n'))
    expect(fragment !== undefined && isOfSeveral(fragment)).toBe(true)
    const [alone] = readFragments(`${encrypted}\n${plain.replace('C:', 'D:')}`.split('\n'))
    expect(alone !== undefined && isOfSeveral(alone)).toBe(false)
  })

  it('is not named where it is one', () => {
    expect(rowsOf(`C:\\>hostname\nweb-01\nC:\\>manage-bde -status\n${encrypted}`)).toEqual([
      'C: fully-encrypted-protected',
    ])
  })
})

it('does not call a volume encrypted whose percentage contradicts that', () => {
  const partly = encrypted.replace('    Protection', '    Percentage Encrypted: 57.0%\n    Protection')
  expect(rowsOf(partly)).toEqual(['C: partly-encrypted'])
  expect(rowsOf(partly.replace('57.0', '100.0'))).toEqual(['C: fully-encrypted-protected'])
  expect(rowsOf(partly.replace('57.0', '100,0'))).toEqual(['C: fully-encrypted-protected'])
})

describe('manage-bde in a language whose words are not known', () => {
  const block = (head: string, label: string, percent: string): string =>
    `${head}\n    Version 2.0:      2.0\n    ${label}:      ${percent}\n`

  it.each([
    ['Spanish', block('Volumen C: [SO]', 'Porcentaje cifrado', '45,2%')],
    ['French', block('Volume C: []', 'Pourcentage chiffré ', '45,2 %')],
    ['Chinese', block('卷 C: []', '已加密百分比', '12.3%')],
  ])('is partly encrypted between 0 and 100 percent: %s', (_, text) => {
    expect(rowsOf(text)).toEqual(['C: partly-encrypted'])
  })

  it.each(['0,0 %', '100,0 %', '100%'])('says nothing at %s', (percent) => {
    expect(rowsOf(block('Volumen C: [SO]', 'Porcentaje cifrado', percent))).toEqual([])
  })
})

describe('manage-bde in German', () => {
  const german = (conversion: string, percent: string): string =>
    `Volume "C:" [Windows]\n    Konvertierungsstatus:      ${conversion}\n    Verschlüsselt (Prozent): ${percent}`

  it('shows a conversion, and nothing else', () => {
    expect(rowsOf(german('Verschlüsselung wird durchgeführt', '0,0%'))).toEqual(['C: partly-encrypted'])
    expect(rowsOf(german('Verschlüsselung angehalten', '40,0%'))).toEqual(['C: partly-encrypted'])
    expect(rowsOf(german('Other words', '0,5%'))).toEqual(['C: partly-encrypted'])
    expect(rowsOf(german('Other words', '99%'))).toEqual(['C: partly-encrypted'])
    expect(rowsOf(german('Vollständig verschlüsselt', '100,0%'))).toEqual([])
    expect(rowsOf(german('Vollständig entschlüsselt', '0,0%'))).toEqual([])
  })
})

describe('Get-BitLockerVolume as a list', () => {
  const list = (drive: string, status: string, protection: string, percent: string, lock = 'Unlocked'): string =>
    [
      'ComputerName         : WEB01',
      `MountPoint           : ${drive}`,
      'EncryptionMethod     : XtsAes256',
      `VolumeStatus         : ${status}`,
      `ProtectionStatus     : ${protection}`,
      `LockStatus           : ${lock}`,
      `EncryptionPercentage : ${percent}`,
      'VolumeType           : Data',
      '',
    ].join('\n')

  it.each([
    ['FullyEncrypted', 'On', '100', 'C: fully-encrypted-protected'],
    ['FullyEncrypted', 'Off', '100', 'C: fully-encrypted-unprotected'],
    ['FullyEncrypted', 'Unknown', '100', 'C: fully-encrypted'],
    ['FullyEncryptedWipeInProgress', 'On', '100', 'C: fully-encrypted-protected'],
    // A percentage that contradicts the word.
    ['FullyEncrypted', 'On', '43', 'C: partly-encrypted'],
    ['EncryptionInProgress', 'Off', '43', 'C: partly-encrypted'],
    ['EncryptionPaused', 'Off', '43', 'C: partly-encrypted'],
    ['FullyDecrypted', 'Off', '0', 'C: fully-decrypted'],
  ])('%s with protection %s at %s: %s', (status, protection, percent, expected) => {
    expect(rowsOf(list('C:', status, protection, percent))).toEqual([expected])
  })

  it('reads each volume with its own fields, and says nothing of a word that it does not know', () => {
    expect(
      rowsOf(
        list('C:', 'FullyEncrypted', 'On', '100') +
          list('D:', '', 'Unknown', '', 'Locked') +
          list('E:', 'Mended', 'On', '100'),
      ),
    ).toEqual(['C: fully-encrypted-protected', 'D: locked'])
  })
})

describe('manage-bde below the letter of its volume', () => {
  const cut = (conversion: string, percent: string, protection: string): string =>
    `Conversion Status:    ${conversion}\nPercentage Encrypted: ${percent}\nProtection Status:    ${protection}\n`

  it.each([
    [cut('Used Space Only Encrypted', '100.0%', 'Protection OFF'), ['?: used-space-encrypted-unprotected']],
    [cut('Fully Encrypted', '100,0%', 'Protection On'), ['?: fully-encrypted-protected']],
    [cut('Encryption in Progress', '12.0%', 'Protection Off'), ['?: partly-encrypted']],
    [
      `    Size:                 99 GB\n    ${cut('Fully Decrypted', '0.0%', 'Protection Off').replaceAll('\n', '\n    ')}`,
      ['?: fully-decrypted'],
    ],
    [
      `${cut('Fully Encrypted', '100.0%', 'Protection On')}\n${cut('Fully Decrypted', '0.0%', 'Protection Off')}`,
      ['?: fully-encrypted-protected', '?: fully-decrypted'],
    ],
  ])('is of an unnamed volume: %s', (text, rows) => {
    expect(rowsOf(text)).toEqual(rows)
  })

  it('is of no further volume where one is named', () => {
    expect(
      rowsOf(
        `Volume C: []\n${cut('Fully Encrypted', '100.0%', 'Protection On')}\n${cut('Fully Decrypted', '0.0%', 'Protection Off')}`,
      ),
    ).toEqual(['C: fully-encrypted-protected'])
  })
})
