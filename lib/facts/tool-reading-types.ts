/**
 * The parts of the ARM body that other tools read, with names, case and order unchanged, because those tools compare
 * exactly and fail on missing parts. `null` means missing or of another type.
 */
export interface ToolStatus {
  readonly code: string | null
  readonly displayStatus: string | null
  readonly message: string | null
}

export interface ToolSettings {
  readonly enabled: boolean | null
  readonly secretUrl: string | null
}

export interface ToolDiskView {
  readonly name: string | null
  readonly settings: readonly ToolSettings[] | null
  readonly statuses: readonly ToolStatus[] | null
}

export interface ToolExtension {
  readonly name: string | null
  readonly publisher: string | null
  readonly type: string | null
  readonly version: string | null
  readonly provisioningState: string | null
  readonly hasSettings: boolean
  readonly operation: string | null
  readonly volumeType: string | null
}

export interface ToolExtensionView {
  readonly name: string | null
  readonly type: string | null
  readonly statuses: readonly ToolStatus[] | null
  readonly substatuses: readonly ToolStatus[] | null
}

export interface ToolReading {
  readonly hasStorageProfile: boolean
  readonly osDisk: {
    readonly name: string | null
    readonly osType: 'Windows' | 'Linux' | null
    readonly vhdUri: string | null
    /** Null where the model lacks the object, or it is empty. */
    readonly settings: ToolSettings | null
  } | null
  readonly hasInstanceView: boolean
  readonly diskViews: readonly ToolDiskView[] | null
  readonly extensions: readonly ToolExtension[]
  readonly extensionViews: readonly ToolExtensionView[]
}
