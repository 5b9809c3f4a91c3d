import { describe, expect, it } from 'vitest'
import { readFragments } from '.'

const rowsOf = (text: string): readonly string[] =>
  readFragments(text.split('\n')).flatMap(({ rows }) => rows.map(({ subject, finding }) => `${subject}: ${finding}`))

describe('a BitLocker header on a device of Linux', () => {
  it.each([
    ['/dev/sdc1: TYPE="BitLocker"', '/dev/sdc1: bitlocker'],
    ['NAME FSTYPE TYPE\nsdc1 BitLocker part', 'sdc1: bitlocker'],
    ['NAME="sdc1" FSTYPE="BitLocker" TYPE="part"', 'sdc1: bitlocker'],
    ['{"blockdevices":[{"name":"sdc1","fstype":"BitLocker","type":"part"}]}', 'sdc1: bitlocker'],
  ])('is no plain file system: %s', (text, row) => {
    expect(rowsOf(text)).toEqual([row])
  })

  it('knows nothing of a device without a signature in lsblk -P', () => {
    expect(rowsOf('NAME="sda" FSTYPE="" TYPE="disk"\nNAME="sda1" FSTYPE="ext4" TYPE="part"')).toEqual([
      'sda: no-signature',
      'sda1: plain-file-system',
    ])
  })
})
