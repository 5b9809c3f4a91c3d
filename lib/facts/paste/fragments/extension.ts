import { adeTypes } from '@/lib/facts/extension-types'
import { isFinalState } from '../../azure-words'
import { row, type Fragment, type FragmentRow } from './types'

const types: readonly string[] = Object.values(adeTypes).map((type) => type.toLowerCase())

/** The state of Azure's last operation on an extension; nothing for another extension than disk encryption. */
export function extensionRow(type: string, provisioningState: string): readonly FragmentRow[] {
  if (!types.includes(type.toLowerCase())) return []
  const finding = isFinalState(provisioningState) ? 'operation-ended' : 'operation-runs'
  return [row(type, finding, provisioningState)]
}

const field = /^\s{0,8}(ExtensionType|ProvisioningState)\s{1,40}: (\w{1,64})\s*$/

/** The list that `Get-AzVMExtension` prints: the type of each extension stands before its state. */
export function readExtensionList(lines: readonly string[]): Fragment | null {
  let type = ''
  const rows = lines.flatMap((line): readonly FragmentRow[] => {
    const [, name, value = ''] = field.exec(line.slice(0, 200)) ?? []
    if (name === 'ExtensionType') type = value
    return name === 'ProvisioningState' ? extensionRow(type, value) : []
  })
  return rows.length === 0 ? null : { kind: 'extension', rows }
}
