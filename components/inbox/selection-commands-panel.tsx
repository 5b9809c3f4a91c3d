'use client'

import { useTranslations } from 'next-intl'
import { useRowSelection } from '@/components/state/row-selection'
import { useShell } from '@/components/state/use-shell'
import { CommandBlock } from '@/components/ui/command-block'
import { instanceOf } from '@/lib/contract/vm-reference'
import { az, powerShell, sequence } from '@/lib/diagnosis/commands/build'
import { fill } from '@/lib/diagnosis/commands/values'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import { urgentNeedOf } from '@/lib/views/fleet-need'
import { RestartCommand } from './restart-command'

/** Reads what the extension and the disks report, for every VM of the list. */
function statusCommands(entries: readonly FleetEntry[]) {
  const ids = entries.map(({ id }) => fill(id, 'VM-ID'))
  return {
    az: az('vm encryption show', ['ids', ...ids]),
    powershell: sequence(
      ...entries.flatMap(({ resourceGroup, name }, index) => [
        ...(index === 0 ? [] : ['\n']),
        powerShell(
          'Get-AzVMDiskEncryptionStatus',
          ['ResourceGroupName', fill(resourceGroup, 'RESOURCE-GROUP')],
          ['VMName', fill(name, 'VM-NAME')],
        ),
      ]),
    ),
  }
}

/** The status of every ticked VM, and the restart of those that wait for one: a restart can end a run of the others. */
export default function SelectionCommandsPanel() {
  const t = useTranslations('inbox.selection')
  const steps = useTranslations('troubleshoot.steps')
  const [shell, setShell] = useShell()
  const { entries } = useRowSelection()
  const vms = entries.filter(({ id }) => instanceOf(id) === null)
  const waiting = vms.filter((entry) => urgentNeedOf(entry) === 'restart')
  return (
    <div className="flex flex-col gap-4 p-4">
      <section className="flex flex-col gap-2">
        <h3 className="font-semibold">{t('status')}</h3>
        {vms.length < entries.length && <p>{t('instances', { count: entries.length - vms.length })}</p>}
        {vms.length > 0 && (
          <CommandBlock
            label={t('status')}
            commands={statusCommands(vms)}
            shell={shell}
            onShellChange={setShell}
            texts={{
              shell: steps('shell'),
              copy: steps('copy'),
              copied: steps('copied'),
              copyFailed: steps('copyFailed'),
            }}
          />
        )}
      </section>
      <section className="flex flex-col gap-2">
        <h3 className="font-semibold">{t('restart')}</h3>
        <p>{t('waiting', { count: waiting.length, all: entries.length })}</p>
        {waiting.length > 0 && <RestartCommand entries={waiting} isComplete />}
      </section>
    </div>
  )
}
