import { adeExtensionOf } from '../records/ade-extension'
import { machineStates } from '../lifecycle/os-offline'
import type { PreCheckWarning } from '../model/related-resources'
import type { SimVm } from '../model/vm'
import { hash } from '../worlds/random'
import { createdAt } from '../arm/times'

interface Line {
  readonly at: number
  readonly text: string
}

const warnings: Readonly<Record<PreCheckWarning, string>> = {
  application: 'PRECHECK: Likely app compat issue detected',
  memory: 'PRECHECK: Low memory condition detected',
  mounts: 'PRECHECK: Unsupported mount scheme detected',
}

/** The extension's log before it starts a job. */
function preChecks(vm: SimVm): string[] {
  const found = vm.related?.preChecks ?? []
  if (found.length === 0) return ['PRECHECK: Prechecks successful']
  return [...found.map((each) => warnings[each]), 'PRECHECK: Precheck failure, incompatible environment suspected']
}

const stateNames: readonly string[] = [...machineStates, 'completed', 'uninitialized']

/** The machine state of a step of a run; null for a step of another kind. */
function stateOf(step: string): string | null {
  if (step.startsWith('resume_encryption')) return 'resume_encryption'
  const [word = ''] = step.split(' ')
  return stateNames.includes(word) ? word : null
}

/** Phases of a data volume that only the log names. */
const dataPhase = /^(BackupHeader|EncryptDevice|EncryptingData|RecoverHeader|DecryptingData) /

function linesOfRun(vm: SimVm): Line[] {
  const history = vm.run?.history ?? []
  const lines: Line[] = []
  let state: string | null = null
  let phase: string | null = null
  let message = ''
  for (const entry of history) {
    const add = (text: string): void => void lines.push({ at: entry.at, text })
    if (entry.step === 'daemon started') preChecks(vm).forEach(add)
    const next = stateOf(entry.step)
    if (next !== null && next !== state) add(`======= MACHINE STATE: ${next} =======`)
    state = next ?? state
    const volume = dataPhase.exec(entry.step)?.[1] ?? null
    if (volume !== null && volume !== phase) add(`The current phase is ${volume}`)
    phase = volume ?? phase
    if (entry.message !== message && entry.message !== '') add(entry.message)
    message = entry.message
  }
  return lines
}

/** A VM created in its state has no history: the log ends with its last message. */
function linesOfReport(vm: SimVm): Line[] {
  const said = adeExtensionOf(vm)?.statuses?.[0]?.message ?? ''
  const at = vm.heartbeatAt
  const state = /machine state: (\w+)/.exec(said)?.[1]
  const states = state === undefined ? [] : [`======= MACHINE STATE: ${state} =======`]
  return [...preChecks(vm), ...states, ...(said === '' ? [] : [said])].map((text) => ({ at, text }))
}

function bootLines(vm: SimVm): string[] {
  const kernel = vm.osName === 'ubuntu' ? '5.15.0-1075-azure' : '5.14.0-427.el9.x86_64'
  return [
    `[    0.000000] Linux version ${kernel} (buildd@lcy02) #84-${vm.osName} SMP`,
    '[    0.000000] Command line: BOOT_IMAGE=/boot/vmlinuz root=/dev/sda1 ro console=tty1 console=ttyS0',
    '[    0.004216] Hyper-V: features 0x2e7f, hints 0x60c2c, misc 0xed7b2',
    '[    4.118207] systemd[1]: Started Azure Linux Agent.',
    `[   11.402113] cloud-init[812]: Cloud-init finished at ${new Date(createdAt(vm)).toUTCString()}`,
  ]
}

/**
 * The serial console of a Linux VM: the kernel, then everything that the extension logs, which is more than ARM shows. Its
 * lines begin with `[AzureDiskEncryption]` and the process id; further lines of a stack trace have no prefix.
 */
export function serialConsoleLog(vm: SimVm): string {
  if (vm.osType === 'Windows') return ''
  const prefix = `[AzureDiskEncryption] ${1200 + (hash(vm.vmId) % 3000)}:`
  const lines = adeExtensionOf(vm) === undefined ? [] : vm.run === null ? linesOfReport(vm) : linesOfRun(vm)
  const reported = lines
    .sort((one, other) => one.at - other.at)
    .map(({ text }) => `${prefix} [Info] ${text.replaceAll('\n', '\r\n')}`)
  return [...bootLines(vm), ...reported, `\n${vm.name} login: `].join('\r\n')
}
