'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { az, powerShell, sequence } from '@/lib/diagnosis/commands/build'
import { fill } from '@/lib/diagnosis/commands/values'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import { Banner } from '@/components/ui/banner'
import { CommandBlock } from '@/components/ui/command-block'
import { useShell } from '@/components/state/use-shell'

export interface RestartCommandProps {
  readonly entries: readonly FleetEntry[]
  /** False when more VMs may need a restart: then a comment in the command says so wherever it is pasted. */
  readonly isComplete: boolean
}

/** One command that restarts the selected VMs, for users to copy. */
export function RestartCommand({ entries, isComplete }: RestartCommandProps) {
  const t = useTranslations('inbox.restart')
  const steps = useTranslations('troubleshoot.steps')
  const [shell, setShell] = useShell()
  if (entries.length === 0) return <p className="text-text-2">{t('none')}</p>
  const ids = entries.map(({ id }) => fill(id, 'VM-ID'))
  // Both shells treat a line that begins with # as a comment.
  const remark = isComplete ? [] : [`# ${t('comment')}\n`]
  const commands = {
    az: sequence(...remark, az('vm restart', ['ids', ...ids])),
    powershell: sequence(
      ...remark,
      ...ids.flatMap((id, index) => [...(index === 0 ? [] : ['\n']), powerShell('Restart-AzVM', ['Id', id])]),
    ),
  }
  return (
    <>
      <p>{t('covers', { count: entries.length })}</p>
      {!isComplete && <Banner tone="warning" icon={<TriangleAlert size={16} aria-hidden />} title={t('incomplete')} />}
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
    </>
  )
}
