import type { Fragment, FragmentFinding, FragmentRow } from '@/lib/facts/paste/fragments/types'
import { isData } from './work'

/** What tools on Linux print of an encrypted volume. */
const encryptedByTool: readonly FragmentFinding[] = [
  'luks',
  'crypt-open',
  'mapper-mount',
  'slot-enabled',
  'reencrypting',
]
const isOfOs = ({ subject, raw }: FragmentRow): boolean => subject.includes('osencrypt') || / \/$/.test(raw)

/** Whether parts of answers show an encrypted volume that can be a data volume, by the report or a tool in the VM. */
export function showsEncryptedData(fragments: readonly Fragment[]): boolean {
  return fragments.some(({ rows }) =>
    rows.some((row) =>
      encryptedByTool.includes(row.finding) ? !isOfOs(row) : isData(row.subject) && row.finding === 'says-encrypted',
    ),
  )
}
