import type { LaneView } from './lane'
import type { ObservedMessage } from './observation'
import type { LaneValues } from './types'

const word = <Value extends string>(value: Value): string => value

/** A text that only counts further is one stretch; any other text is one of its own. */
function messageKey(message: ObservedMessage | null): string {
  if (message === null) return ''
  const { text, kind, percent, index, count } = message
  return JSON.stringify(percent === null ? [kind, text] : [kind, index, count])
}

/** What each lane reads. The inventory knows nothing of messages and agents, so there its looks do not count. */
export const laneViews: { readonly [Id in keyof LaneValues]: LaneView<LaneValues[Id]> } = {
  vm: { valueOf: (facts) => facts.state, keyOf: word },
  os: { valueOf: (facts) => facts.os, keyOf: word },
  data: { valueOf: (facts) => facts.data, keyOf: word },
  message: { valueOf: (facts) => (facts.depth === 'vm' ? facts.message : undefined), keyOf: messageKey },
  power: {
    valueOf: ({ depth, power, agent }) => (depth === 'vm' ? { power, agent } : undefined),
    keyOf: ({ power, agent }) => JSON.stringify([power, agent]),
  },
}
