import type { OsType } from '../types'

/**
 * A tool's own words about a VM, without stamps and without the raw sub-status: too little for the rules. Words are as
 * printed; null where the line is missing or empty.
 */
export interface ToolStatusText {
  readonly tool: 'powershell' | 'az-dual-pass' | 'xplat'
  readonly os: string | null
  readonly data: string | null
  readonly settings: string | null
  readonly message: string | null
  readonly osType: OsType | null
}

/** The same for a VM whose name may be beside the words. */
export interface NamedStatus extends ToolStatusText {
  /** `null` where the text does not name the VM; the tools' own output never does. */
  readonly name: string | null
}
