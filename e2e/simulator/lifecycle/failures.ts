import type { SimStep } from '../model/vm'
import { encryptInPlace } from './data-copy'
import { dataFailure, osFailure, preCheckFailure, stateErrors, vaultError, xfsError } from './failure-texts'
import { failure, success, type Guest } from './guest'
import { enableSteps, plainGuest, stampStep } from './linux'
import { stateSteps, statesOf, unmountAttempt, type MachineState } from './os-offline'
import type { PlanInput } from './plan-input'

const untouched: readonly MachineState[] = ['prereq', 'selinux', 'stripdown', 'unmount_oldroot']
const unmountAttempts = 10

/** The guest after a failed OS job: the marker is deleted, and the stripped-down system has no data volume mounted. */
function afterFailure(guest: Guest, state: MachineState): Guest {
  const isStripped = state !== 'prereq' && state !== 'selinux'
  return { ...guest, job: null, dataSealed: guest.volumeType !== 'OS', dataVolumes: isStripped ? 0 : guest.dataVolumes }
}

/** The offline job up to a failing machine state. Before the partition is split, a restart retries; after that the VM may not boot. */
export function failAtState(state: MachineState): (input: PlanInput) => SimStep[] {
  return (input) => {
    const guest = plainGuest(input)
    const states = statesOf(input.procedure)
    const passed = states.slice(0, states.indexOf(state) + 1)
    const attempts = Array.from({ length: unmountAttempts }, (_, index) => unmountAttempt(guest, index + 1))
    const restart = untouched.includes(state) ? 'redo-os' : 'no-boot'
    const report = failure(afterFailure(guest, state), 19, osFailure(state, stateErrors[state]))
    return [
      ...enableSteps(guest, false),
      stampStep(guest, false),
      ...(input.volumeType === 'OS' ? [] : encryptInPlace(guest, input.dataDisks, input.pace)),
      ...passed.flatMap((each) =>
        each === state ? stateSteps(each, guest, input, 0).slice(0, 1) : stateSteps(each, guest, input, 0),
      ),
      ...(state === 'unmount_oldroot' ? attempts : []),
      { name: `failed at ${state}`, seconds: Infinity, restart, report, agentReady: true },
    ]
  }
}

/** The host does not accept the key settings: nothing is stamped, nothing is encrypted. */
export function failAtStamping(input: PlanInput): SimStep[] {
  const guest = plainGuest(input)
  const message = input.volumeType === 'OS' ? osFailure('uninitialized', vaultError) : dataFailure(vaultError)
  const report = failure({ ...guest, job: null }, 19, message)
  return [...enableSteps(guest, false), { name: 'failed at stamping', seconds: Infinity, restart: 'rest', report }]
}

/** A volume that the in-place method cannot encrypt: stamped already, still plain. */
export function failAtXfs(input: PlanInput): SimStep[] {
  const guest = plainGuest(input)
  const count = input.dataDisks.length
  const report = failure({ ...guest, job: null }, 19, dataFailure(xfsError))
  return [
    ...enableSteps(guest, false),
    stampStep(guest, false),
    {
      name: 'data volumes counted',
      seconds: 10,
      restart: 'continue',
      report: success(guest, `Encrypting ${count} data volumes`),
    },
    { name: 'failed at xfs', seconds: Infinity, restart: 'rest', report },
  ]
}

/** The request is refused before a job is opened: no marker, no stamp. */
export function refuse(code: number, message: string): (input: PlanInput) => SimStep[] {
  return (input) => {
    const guest: Guest = { ...plainGuest(input), job: null }
    return [
      { name: 'requested', seconds: 25, restart: 'continue' },
      { name: 'refused', seconds: Infinity, restart: 'rest', report: failure(guest, code, message) },
    ]
  }
}

/** One of the fatal checks refuses. */
export function failAtCheck(reason: string): (input: PlanInput) => SimStep[] {
  return refuse(53, preCheckFailure(reason))
}
