import type { SimVm } from '../model/vm'
import { interfaceGroupId, subnetGroupId } from './network-ids'
import { blockRules, ordinaryRules, type SecurityRule } from './security-rules'

/** The rules of its own of a network security group that this VM stands behind. */
export function rulesOfGroup(vm: SimVm, groupId: string): readonly SecurityRule[] {
  const { interfaceBlocks = [], subnetBlocks = [] } = vm.related ?? {}
  const isInterface = groupId === interfaceGroupId(vm)
  const blocks = isInterface ? interfaceBlocks : subnetBlocks
  return [...(isInterface ? [] : ordinaryRules), ...blocks.flatMap((block) => blockRules[block])]
}

/** The groups a VM's traffic passes, nearest first. */
export function groupsOf(vm: SimVm): readonly { readonly id: string; readonly of: 'interface' | 'subnet' }[] {
  const own = interfaceGroupId(vm)
  return [
    ...(own === null ? [] : [{ id: own, of: 'interface' as const }]),
    { id: subnetGroupId(vm), of: 'subnet' as const },
  ]
}
