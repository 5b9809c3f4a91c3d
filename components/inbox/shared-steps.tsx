'use client'

import { useTranslations } from 'next-intl'
import { instanceOf } from '@/lib/contract/vm-reference'
import type { StepKind } from '@/lib/diagnosis/steps/kinds'
import { commandsForAll, type ListedVm } from '@/lib/diagnosis/steps/for-all'
import { helpSteps } from '@/lib/diagnosis/causes/help-steps'
import { steps } from '@/lib/diagnosis/steps'
import type { Remedies } from '@/lib/i18n/remedies/types'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import type { Group } from '@/lib/views/inbox'
import { GuidedText } from '@/components/state/guided-text'
import { StepCommands } from '@/components/state/step-commands'
import { useShell } from '@/components/state/use-shell'

export interface SharedStepsProps {
  /** Null where the state alone made the group. */
  readonly problem: Group['problem']
  readonly entries: readonly FleetEntry[]
  /** False when more VMs may have the problem. */
  readonly isComplete: boolean
  readonly words: Remedies
}

function listed({ subscriptionId, resourceGroup, name, id, osType }: FleetEntry): ListedVm {
  const instance = instanceOf(id)
  return {
    subscriptionId,
    resourceGroup,
    name,
    osType,
    instance: instance === null ? null : { scaleSet: instance.scaleSet, number: instance.instanceId },
  }
}

/** The checks that hold for every VM of a group; without a command for all of them, first what Azure shows of each. */
function checksOf(problem: Group['problem'], vms: readonly ListedVm[]): readonly StepKind[] {
  const checks = problem === null ? [] : helpSteps(problem)
  const shared = checks.filter((kind) => steps[kind].phase === 'check' && steps[kind].risks.length === 0)
  return shared.some((kind) => hasCommand(kind, vms)) ? shared : ['show-encryption', ...shared]
}

const hasCommand = (kind: StepKind, vms: readonly ListedVm[]): boolean =>
  Object.keys(commandsForAll(kind, vms)).length > 0

interface CheckProps extends Omit<SharedStepsProps, 'problem'> {
  readonly kind: StepKind
  readonly isOpen: boolean
}

/** One check with its command for every VM of the group, where the list knows all that the command names. */
function Check({ kind, entries, isComplete, isOpen, words }: CheckProps) {
  const t = useTranslations('inbox')
  const [shell, setShell] = useShell()
  const commands = commandsForAll(kind, entries.map(listed))
  const { title, text } = words.steps[kind]
  return (
    <details open={isOpen}>
      <summary className="min-h-7 cursor-pointer content-center">
        <GuidedText text={title} />
      </summary>
      <div className="flex flex-col gap-2 pb-2">
        <p className="prose-body text-text-2">
          <GuidedText text={text} />
        </p>
        {Object.keys(commands).length > 0 && (
          <>
            <p>{t('commandFor', { count: entries.length })}</p>
            {!isComplete && <p className="font-medium">{t('restart.incomplete')}</p>}
            <div className="max-h-80 overflow-y-auto">
              <StepCommands title={title} commands={commands} shell={shell} onShellChange={setShell} />
            </div>
          </>
        )}
      </div>
    </details>
  )
}

/**
 * The checks that hold for every VM of a group, the first one with a command open. What may be changed depends on the VM, so only the
 * guide of each VM says that.
 */
export default function SharedSteps({ problem, ...group }: SharedStepsProps) {
  const t = useTranslations('inbox')
  const vms = group.entries.map(listed)
  const checks = checksOf(problem, vms)
  const open = checks.find((kind) => hasCommand(kind, vms))
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-meta font-medium text-text-2">{t('sharedSteps')}</h3>
      <ol className="list-decimal pl-5">
        {checks.map((kind) => (
          <li key={kind}>
            <Check {...group} kind={kind} isOpen={kind === open} />
          </li>
        ))}
      </ol>
      <p className="text-text-2">{t('ownSteps')}</p>
    </div>
  )
}
