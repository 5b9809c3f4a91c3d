import type { OpenOperation } from './activity-log'

/**
 * The lines that Terraform prints while it changes an extension or a VM of Azure, and at the end of the change.
 * https://developer.hashicorp.com/terraform/cli/commands/apply
 */
const line =
  /\b((?:azurerm|azapi)_[a-z_]{0,40}(?:virtual_machine|extension|resource)[a-z_]{0,40}\.[\w.[\]"'-]{1,120}): (?:(Still (?:creating|modifying|destroying)|Creating|Modifying|Destroying)\.\.\.|(?:Creation|Modifications|Destruction) complete\b)([^\n]{0,400})/
const vmOf = /\/virtualMachines\/([\w.-]{1,64})/i
/** Other resources can have the same words in their names. */
const isOther = /_gallery|_image|_data_disk_attachment/

/**
 * The changes of extensions and VMs that the output of `terraform apply` shows to have begun, and of which it shows no
 * end below. The VM is named where the output contains the id.
 */
export function terraformOperations(text: string): readonly OpenOperation[] {
  if (!text.includes('ing...')) return []
  const open = new Map<string, OpenOperation>()
  for (const full of text.slice(-1_000_000).split('\n')) {
    const [, address, begun, rest = ''] = line.exec(full.slice(0, 800)) ?? []
    if (address === undefined || isOther.test(address)) continue
    if (begun === undefined) open.delete(address)
    else open.set(address, { vm: vmOf.exec(rest)?.[1]?.toLowerCase() ?? null, time: null, isRequest: false })
  }
  return [...open.values()]
}
