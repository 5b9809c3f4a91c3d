import { catalogue } from '@/lib/messages/catalogue'
import { machineStates, type MachineState } from '@/lib/messages/entry'
import type { PlacedMessage } from './entries'
import type { Clock, LineTime } from './line-time'

/** The order of the messages of a text: as they appear, by their times, unknown, or none because they are of several machines. */
export const textOrders = ['text', 'time', 'unknown', 'machines'] as const
export type TextOrder = (typeof textOrders)[number]

export interface OrderedMessages {
  readonly order: TextOrder
  /** Oldest first where the order is known, otherwise in the order of the text. */
  readonly messages: readonly PlacedMessage[]
}

const halfYear = 183 * 86_400_000
const year = 366 * 86_400_000

/** Times without a year, continued over the turn of a year in either direction. */
function counted(times: readonly LineTime[]): readonly number[] {
  let turns = 0
  return times.map(({ clock, value }, at) => {
    const before = times[at - 1]
    if (clock === 'without-year' && before !== undefined) {
      if (before.value - value > halfYear) turns += 1
      if (value - before.value > halfYear) turns -= 1
    }
    return value + turns * year
  })
}

const falls = (values: readonly number[]): number =>
  values.filter((value, at) => at > 0 && value < (values[at - 1] ?? value)).length

/** Whether times of one clock decrease along the text; seconds since a start also decrease where the VM restarted. */
function runsBackwards(clock: Clock, values: readonly number[]): boolean {
  const falling = falls(values)
  return clock === 'uptime' ? falling > 0 && falling * 2 >= values.length : falling > 0
}

/** Whether several differing messages share the newest time: which of them came last is unknown. */
function isTied(messages: readonly PlacedMessage[], values: readonly number[]): boolean {
  const newest = Math.max(...values)
  return new Set(messages.filter((_, at) => values[at] === newest).map(({ message }) => message.kind)).size > 1
}

/** By the times of one clock that all messages have. */
function byTime(messages: readonly PlacedMessage[], times: readonly LineTime[]): OrderedMessages {
  const values = counted(times)
  const isNewestFirst = (values[0] ?? 0) > (values.at(-1) ?? 0)
  if (isNewestFirst && isTied(messages, values)) return { order: 'unknown', messages }
  const paired = messages.map((each, at) => ({ each, value: values[at] ?? 0 }))
  const inText = isNewestFirst ? paired.toReversed() : paired
  return { order: 'time', messages: inText.toSorted((one, other) => one.value - other.value).map(({ each }) => each) }
}

const reentered: readonly MachineState[] = ['uninitialized', 'prereq', 'selinux', 'stripdown']

/**
 * Whether the steps of OS encryption decrease along lines without times: no run enters a step after the stripped-down
 * system again, so that the newest line stands first.
 * https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/oscrypto/ubuntu_2004/Ubuntu2004EncryptionStateMachine.py
 */
function stepsFall(messages: readonly PlacedMessage[]): boolean {
  if (messages.some(({ time }) => time !== null)) return false
  const entered = messages.flatMap(({ message: { kind } }) =>
    kind === null ? [] : (catalogue[kind].machineState ?? []),
  )
  return entered.some((state, at) => {
    const before = entered[at - 1]
    if (before === undefined || reentered.includes(state)) return false
    return machineStates.indexOf(state) < machineStates.indexOf(before)
  })
}

/**
 * Orders the messages of a text. A log exported with the newest entry first is sorted by its times; a chain of mails
 * without times, and times of different clocks, which cannot be compared, leave the order unknown.
 */
export function ordered(messages: readonly PlacedMessage[]): OrderedMessages {
  const machines = new Set(messages.flatMap(({ machine }) => machine ?? []))
  if (machines.size > 1) return { order: 'machines', messages }
  if (stepsFall(messages)) return { order: 'unknown', messages }
  const times = messages.flatMap(({ time }) => time ?? [])
  const clocks = [...new Set(times.map(({ clock }) => clock))]
  const voices = new Set(messages.map(({ voice }) => voice))
  const backwards = clocks.filter((clock) => {
    const own = times.filter((time) => time.clock === clock)
    return runsBackwards(clock, counted(own))
  })
  const isMixed = clocks.filter((clock) => clock !== 'uptime').length > 1
  if (voices.size < 2 && backwards.length === 0 && !isMixed) return { order: 'text', messages }
  const isTimed = clocks.length === 1 && clocks[0] !== 'uptime' && times.length === messages.length
  return isTimed ? byTime(messages, times) : { order: 'unknown', messages }
}
