'use client'

import { useTranslations } from 'next-intl'
import type { Step } from '@/lib/contract/troubleshoot'
import { CodeBlock, type CommandPart } from '@/components/ui/code-block'
import { CommandBlock, type Shell } from '@/components/ui/command-block'

/** The same command for each shell that supports it. */
export type ShownCommands = Readonly<Partial<Record<keyof Step['commands'], readonly CommandPart[]>>>

export interface StepCommandsProps {
  readonly title: string
  readonly commands: ShownCommands
  readonly shell: Shell
  readonly onShellChange: (shell: Shell) => void
}

/** The commands of one step: Azure CLI and PowerShell for outside, and those to run inside the VM. */
export function StepCommands({ title, commands, shell, onShellChange }: StepCommandsProps) {
  const t = useTranslations('troubleshoot.steps')
  const texts = { shell: t('shell'), copy: t('copy'), copied: t('copied'), copyFailed: t('copyFailed') }
  const { az, powershell } = commands
  const inside = [commands['guest-bash'], commands['guest-powershell']].filter((parts) => parts !== undefined)
  const outside = { ...(az === undefined ? {} : { az }), ...(powershell === undefined ? {} : { powershell }) }
  const unknown = [az, powershell].some((parts) =>
    parts?.some(({ filled, text }) => filled === true && /<[A-Z-]+>/.test(text)),
  )
  return (
    <div className="flex flex-col gap-2">
      {(az !== undefined || powershell !== undefined) && (
        <CommandBlock
          label={t('command', { step: title })}
          commands={outside}
          shell={shell}
          onShellChange={onShellChange}
          texts={texts}
        >
          {unknown ? t('placeholder') : undefined}
        </CommandBlock>
      )}
      {inside.map((parts, index) => (
        <CodeBlock
          key={index}
          label={`${t('command', { step: title })} · ${t('inside')}`}
          heading={<span className="px-2 text-meta text-text-2">{t('inside')}</span>}
          parts={parts}
          texts={texts}
        />
      ))}
    </div>
  )
}
