import type { SimVm } from '../model/vm'
import { interfaceGroupId, subnetGroupId } from './network-ids'
import { blockRules, ordinaryRules, type SecurityRule } from './security-rules'

/** The additional rules of a network security group that applies to this VM. */
export function rulesOfGroup(vm: SimVm, groupId: string): readonly SecurityRule[] {
  const { interfaceBlocks = [], subnetBlocks = [] } = vm.related ?? {}
  const isInterface = groupId === interfaceGroupId(vm)
  const blocks = isInterface ? interfaceBlocks : subnetBlocks
  return [...(isInterface ? [] : ordinaryRules), ...blocks.flatMap((block) => blockRules[block])]
}

/** The groups that apply to a VM's traffic, nearest first. */
export function groupsOf(vm: SimVm): readonly { readonly id: string; readonly of: 'interface' | 'subnet' }[] {
  const own = interfaceGroupId(vm)
  return [
    ...(own === null ? [] : [{ id: own, of: 'interface' as const }]),
    { id: subnetGroupId(vm), of: 'subnet' as const },
  ]
}
