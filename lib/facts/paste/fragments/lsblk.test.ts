import { expect, it } from 'vitest'
import { readFragments } from '.'

const rowsOf = (text: string): readonly string[] =>
  readFragments(text.split('\n')).flatMap(({ rows }) => rows.map(({ subject, finding }) => `${subject} ${finding}`))

it('reads rows of lsblk whose heading was not copied', () => {
  const rows = [
    'sdb           8:16   0  64G  0 disk',
    '└─sdb1        8:17   0  64G  0 part',
    '  └─data    253:1    0  64G  0 crypt /data',
  ]
  expect(rowsOf(rows.join('\n'))).toEqual(['data crypt-open'])
})

it.each(['sdb 8:16 an address, not a row', 'at 8:17 0 64G 0 parts were moved', 'data 253:1 0 64G 0 crypts'])(
  'takes other lines for no rows: %s',
  (line) => {
    expect(rowsOf(line)).toEqual([])
  },
)
