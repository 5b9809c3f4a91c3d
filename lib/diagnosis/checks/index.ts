import { problemKinds, type ProblemKind } from '../kinds'
import type { Check, CheckRule } from '../types'
import { failureChecks } from './failures'
import { machineChecks } from './machine'
import { messageChecks } from './messages'
import { unmetPrerequisiteChecks } from './prerequisites'
import { runningWorkChecks } from './running-work'
import { volumeChecks } from './volumes'

/** The tables of rules by topic. */
export const tables = [
  messageChecks,
  failureChecks,
  volumeChecks,
  runningWorkChecks,
  machineChecks,
  unmetPrerequisiteChecks,
] as const

const rules: Readonly<Record<ProblemKind, CheckRule>> = {
  ...messageChecks,
  ...failureChecks,
  ...volumeChecks,
  ...runningWorkChecks,
  ...machineChecks,
  ...unmetPrerequisiteChecks,
}

/** Every check, in the order in which a screen lists problems of equal severity. */
export const checks: readonly Check[] = problemKinds.map((kind) => ({ kind, ...rules[kind] }))
