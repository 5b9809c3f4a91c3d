import type { LaneView } from './lane'
import type { ObservedMessage } from './observation'
import type { LaneValues } from './types'

const equal = <Value extends string>(left: Value, right: Value): boolean => left === right

/** Messages that differ only in their percentage form one interval; any other message starts a new one. */
function sameMessage(left: ObservedMessage | null, right: ObservedMessage | null): boolean {
  if (left === null || right === null) return left === right
  if (left.kind !== right.kind || left.index !== right.index || left.count !== right.count) return false
  return left.text === right.text || (left.percent !== null && right.percent !== null)
}

/**
 * What each lane reads. The inventory contains no messages and no agent status, so its observations do not count there.
 */
export const laneViews: { readonly [Id in keyof LaneValues]: LaneView<LaneValues[Id]> } = {
  vm: { valueOf: (facts) => facts.state, same: equal },
  os: { valueOf: (facts) => facts.os, same: equal },
  data: { valueOf: (facts) => facts.data, same: equal },
  message: { valueOf: (facts) => (facts.depth === 'vm' ? facts.message : undefined), same: sameMessage },
  power: {
    valueOf: ({ depth, power, agent }) => (depth === 'vm' ? { power, agent } : undefined),
    same: (left, right) => left.power === right.power && left.agent === right.agent,
  },
}
