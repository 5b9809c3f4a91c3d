'use client'

import type { ReactNode } from 'react'
import { CodeBlock, type CommandPart } from './code-block'
import { Segmented } from './segmented'

export type Shell = 'az' | 'powershell'

export interface CommandBlockProps {
  /** Name of the block for screen readers. */
  readonly label: string
  readonly commands: Readonly<Partial<Record<Shell, readonly CommandPart[]>>>
  readonly shell: Shell
  readonly onShellChange: (shell: Shell) => void
  readonly texts: {
    readonly shell: string
    readonly copy: string
    readonly copied: string
    readonly copyFailed: string
  }
  /** What the output means. */
  readonly children?: ReactNode
}

const shellNames: Readonly<Record<Shell, string>> = { az: 'az', powershell: 'PowerShell' }

/** A command to copy, for the Azure CLI or PowerShell. */
export function CommandBlock({ label, commands, shell, onShellChange, texts, children }: CommandBlockProps) {
  const offered = (['az', 'powershell'] as const).filter((name) => commands[name] !== undefined)
  const current = offered.includes(shell) ? shell : (offered[0] ?? 'az')
  return (
    <CodeBlock
      label={label}
      heading={
        <Segmented
          label={texts.shell}
          value={current}
          options={offered.map((name) => ({ value: name, label: shellNames[name] }))}
          onChange={onShellChange}
        />
      }
      parts={commands[current] ?? []}
      texts={texts}
    >
      {children}
    </CodeBlock>
  )
}
