/**
 * One piece of a command; `filled` marks a value of this VM, so that the user can check it before running the command.
 */
export interface CommandPart {
  readonly text: string
  readonly filled: boolean
}

export const commandShells = ['az', 'powershell', 'guest-bash', 'guest-powershell'] as const
/** Where a command runs: Azure CLI in bash, Azure PowerShell, or inside the VM. */
export type CommandShell = (typeof commandShells)[number]

/** The same command for each shell that supports it. */
export type Commands = Readonly<Partial<Record<CommandShell, readonly CommandPart[]>>>
