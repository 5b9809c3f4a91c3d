'use client'

import type { ReactNode } from 'react'
import { CopyButton } from './copy-button'
import { Segmented } from './segmented'

/** One piece of a command; a filled-in name is marked so that people see what to check. */
export interface CommandPart {
  readonly text: string
  readonly filled?: boolean
}

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

/** A command to copy, for the Azure CLI or PowerShell. There is never a button that runs it. */
export function CommandBlock({ label, commands, shell, onShellChange, texts, children }: CommandBlockProps) {
  const offered = (['az', 'powershell'] as const).filter((name) => commands[name] !== undefined)
  const current = offered.includes(shell) ? shell : (offered[0] ?? 'az')
  const parts = commands[current] ?? []
  return (
    <figure aria-label={label} className="min-w-0">
      <div className="overflow-hidden rounded-card border border-card-line">
        <div className="flex min-h-8 items-center justify-between gap-2 border-b border-line bg-surface px-1">
          <Segmented
            label={texts.shell}
            value={current}
            options={offered.map((name) => ({ value: name, label: shellNames[name] }))}
            onChange={onShellChange}
          />
          <CopyButton
            text={parts.map((part) => part.text).join('')}
            label={texts.copy}
            copiedLabel={texts.copied}
            failedLabel={texts.copyFailed}
          />
        </div>
        <pre className="bg-code-surface px-3 py-2.5 font-mono text-code wrap-anywhere whitespace-pre-wrap">
          <code>
            {parts.map((part, index) =>
              part.filled === true ? (
                <mark key={index} className="rounded-track bg-selected px-0.5 text-text">
                  {part.text}
                </mark>
              ) : (
                <span key={index}>{part.text}</span>
              ),
            )}
          </code>
        </pre>
      </div>
      {children !== undefined && <figcaption className="mt-2 text-meta text-text-2">{children}</figcaption>}
    </figure>
  )
}
