import { parseObject } from '../arm/json'
import { buildVm } from '../worlds/build-vm'
import type { ImageName } from '../worlds/images'
import type { VmDraft } from '../worlds/vm-draft'
import type { SimVm } from '../model/vm'
import { advance } from './advance'
import { adeExtensionOf } from '../records/ade-extension'
import type { PlanName } from './plans'
import { startPlan } from './start-plan'

const subscription = { id: '11111111-1111-4111-a111-111111111111', name: 'Test', state: 'Enabled' } as const

/** A VM for a test, made at time 0. */
export function testVm(image: ImageName, draft: Partial<VmDraft> = {}): SimVm {
  return buildVm(
    { seed: 7, subscriptions: [subscription], now: 0 },
    { name: 'vm-test', subscription: 0, group: 'rg-test', image, ...draft },
  )
}

/** A VM that is sent a plan at time 0. */
export function startedVm(plan: PlanName, image: ImageName, draft: Partial<VmDraft> = {}): SimVm {
  const vm = testVm(image, draft)
  startPlan(vm, plan, 0)
  return vm
}

/** The ADE extension as ARM shows it. */
export interface Shown {
  readonly code: string
  readonly message: string
  readonly words: string
  readonly resource: string
  readonly stamps: string
}

export function shown(vm: SimVm): Shown {
  const extension = adeExtensionOf(vm)
  const status = extension?.statuses?.[0]
  const text = extension?.substatuses?.[0]?.message
  const words = text === undefined ? null : parseObject(text)
  return {
    code: status?.code.replace('ProvisioningState/', '') ?? '-',
    message: status?.message ?? '-',
    words: words === null ? '-' : `${String(words.os)}/${String(words.data)}`,
    resource: extension?.provisioningState ?? '-',
    stamps: vm.disks.map(({ stampCode }) => stampCode?.replace('EncryptionState/', '') ?? '-').join(','),
  }
}

/** The kind of a text, without percentages and similar parts. */
export function kindOf(message: string): string {
  const [line = ''] = message.split('\n')
  return line
    .replace(/\d+(\.\d+)?%/, '%')
    .replace(/volume \d+\/\d+/, 'volume i/N')
    .replace(/ - Progress.*/, '')
    .replace(/, stack trace.*/, '')
}

/** Everything that ARM shows from time 0 until the end, one entry for every change of text kind, code or sub-status. */
export function progression(vm: SimVm): string[] {
  const seen: string[] = []
  const steps = vm.run?.steps.length ?? 0
  for (let index = 0; index <= steps; index += 1) {
    const { code, message, words } = shown(vm)
    const entry = `${code} | ${kindOf(message)} | ${words}`
    if (seen.at(-1) !== entry) seen.push(entry)
    if (!nextStep(vm)) return seen
  }
  return seen
}

/** Advances the VM exactly to its next step; false after the last step. */
export function nextStep(vm: SimVm): boolean {
  const { run } = vm
  const current = run?.steps[run.step]
  if (run === null || current === undefined || run.stepAt === null) return false
  const due = run.stepAt + current.seconds * 1000
  if (!Number.isFinite(due) || run.steps[run.step + 1] === undefined) return false
  advance(vm, due)
  return true
}

/** Advances the VM until a step of this name has begun. */
export function until(vm: SimVm, name: string): SimVm {
  while (vm.run?.steps[vm.run.step]?.name !== name) {
    if (!nextStep(vm)) throw new Error(`${name} never begins`)
  }
  return vm
}

/** When the current step began. */
export function at(vm: SimVm): number {
  return vm.run?.stepAt ?? 0
}
