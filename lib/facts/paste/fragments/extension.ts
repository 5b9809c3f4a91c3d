import { adeTypes } from '@/lib/facts/extension-types'
import { sameText } from '@/lib/shared/text'
import { isFinalState } from '../../azure-words'
import { row, type Fragment, type FragmentFinding, type FragmentRow } from './types'

const types: readonly string[] = Object.values(adeTypes).map((type) => type.toLowerCase())

function findingOf(provisioningState: string): FragmentFinding {
  if (sameText(provisioningState, 'Failed')) return 'operation-failed'
  if (sameText(provisioningState, 'Canceled')) return 'operation-canceled'
  return isFinalState(provisioningState) ? 'operation-ended' : 'operation-runs'
}

const subjectOf = (type: string, vm: string | null): string => (vm === null ? type : `${vm}: ${type}`)

/**
 * The state of Azure's last operation on an extension; nothing for another extension than disk encryption.
 * @param vm the name of its VM, which the row then states too; null where the text does not show it
 */
export function extensionRow(type: string, provisioningState: string, vm: string | null): readonly FragmentRow[] {
  if (!types.includes(type.toLowerCase())) return []
  return [row(subjectOf(type, vm), findingOf(provisioningState), provisioningState)]
}

/** The same of work that an extension reports in its own words. */
export const runningRow = (osType: string | null, said: string, vm: string | null): FragmentRow =>
  row(subjectOf(osType === 'Windows' ? adeTypes.Windows : adeTypes.Linux, vm), 'operation-runs', said)

/** The VM that a row of an extension names; null where it names none. */
export const vmOfExtension = ({ subject }: FragmentRow): string | null => /^(.{1,150}): /.exec(subject)?.[1] ?? null

const field = /^\s{0,8}(VMName|ExtensionType|ProvisioningState)\s{1,40}: ([\w.-]{1,64})\s*$/

/** A row of a table: nothing but columns, of which one is the type and one the state. */
function rowOfTable(line: string): readonly FragmentRow[] {
  const columns = line.trim().split(/\s{1,80}/)
  if (columns.length > 14 || !columns.every((column) => /^[\w.:+-]{1,80}$/.test(column))) return []
  const type = columns.find((column) => types.includes(column.toLowerCase()))
  const state = columns.find((column) => /^(?:Succeeded|Failed|Canceled|Creating|Updating|Deleting)$/.test(column))
  return type === undefined || state === undefined ? [] : extensionRow(type, state, null)
}

/**
 * What `Get-AzVMExtension` prints, and a table of `az vm extension list`. In the list of a cmdlet the VM and the type of
 * each extension stand before its state.
 */
export function readExtensionList(lines: readonly string[]): Fragment | null {
  let type = ''
  let vm: string | null = null
  const rows = lines.flatMap((full): readonly FragmentRow[] => {
    const line = full.slice(0, 400)
    const [, name, value = ''] = field.exec(line) ?? []
    if (name === undefined) return rowOfTable(line)
    if (name === 'VMName') vm = value
    if (name === 'ExtensionType') type = value
    return name === 'ProvisioningState' ? extensionRow(type, value, vm) : []
  })
  return rows.length === 0 ? null : { kind: 'extension', rows }
}
