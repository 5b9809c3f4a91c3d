'use client'

import { useTranslations } from 'next-intl'
import { az, powerShell, sequence } from '@/lib/diagnosis/commands/build'
import { fill } from '@/lib/diagnosis/commands/values'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import { CommandBlock } from '@/components/ui/command-block'
import { useShell } from '@/components/state/use-shell'

/** One command that restarts the selected VMs, for people to copy. */
export function RestartCommand({ entries }: { readonly entries: readonly FleetEntry[] }) {
  const t = useTranslations('inbox.restart')
  const steps = useTranslations('troubleshoot.steps')
  const [shell, setShell] = useShell()
  if (entries.length === 0) return <p className="text-text-2">{t('none')}</p>
  const ids = entries.map(({ id }) => fill(id, 'VM-ID'))
  const commands = {
    az: az('vm restart', ['ids', ...ids]),
    powershell: sequence(
      ...ids.flatMap((id, index) => [...(index === 0 ? [] : ['\n']), powerShell('Restart-AzVM', ['Id', id])]),
    ),
  }
  return (
    <CommandBlock
      label={t('label')}
      commands={commands}
      shell={shell}
      onShellChange={setShell}
      texts={{
        shell: steps('shell'),
        copy: steps('copy'),
        copied: steps('copied'),
        copyFailed: steps('copyFailed'),
      }}
    />
  )
}
