/** One piece of a command; `filled` marks a value of this VM, so that people see what to look at before they run it. */
export interface CommandPart {
  readonly text: string
  readonly filled: boolean
}

export const commandShells = ['az', 'powershell', 'guest-bash', 'guest-powershell'] as const
/** Where a command runs: Azure CLI in bash, Azure PowerShell, or inside the VM. */
export type CommandShell = (typeof commandShells)[number]

/** The same thing said for each shell that can say it. */
export type Commands = Readonly<Partial<Record<CommandShell, readonly CommandPart[]>>>
