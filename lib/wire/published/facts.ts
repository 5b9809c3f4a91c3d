import facts from './facts.json'
import { shapeOfFacts, type Facts, type Shape } from './shape'

/** Facts by type and api-version: `Microsoft.Compute/disks@2024-03-02`. */
export type FactTable = Readonly<Record<string, Facts>>

/**
 * Versions that the product requests and whose types are not available, with a version of the same type whose published
 * fields were compared with theirs by hand. Source of all three:
 * https://github.com/Azure/bicep-types-az/blob/326b3589f201db73cbd08e3060f952eb931b487f/generated/keyvault/microsoft.keyvault/2023-07-01/types.md
 */
export const comparedByReading: Readonly<Record<string, string>> = {
  'Microsoft.KeyVault/vaults@2023-07-01': 'Microsoft.KeyVault/vaults@2026-02-01',
  'Microsoft.KeyVault/vaults/keys@2023-07-01': 'Microsoft.KeyVault/vaults/keys@2026-02-01',
  'Microsoft.KeyVault/vaults/keys/versions@2023-07-01': 'Microsoft.KeyVault/vaults/keys/versions@2026-02-01',
}

const stored: Readonly<Record<string, Facts | string>> = facts

/** The published fields that the product reads, stored in the project. */
export const publishedFacts: FactTable = Object.fromEntries(
  Object.entries({ ...stored, ...comparedByReading }).map(([type, entry]) => {
    const found = typeof entry === 'string' ? stored[entry] : entry
    const last = typeof found === 'string' ? stored[found] : found
    return [type, typeof last === 'object' ? last : {}]
  }),
)

/** The published shape of a type at an api-version; undefined where it is unknown. */
export function publishedShape(type: string, apiVersion: string): Shape | undefined {
  const found = publishedFacts[`${type}@${apiVersion}`]
  return found && shapeOfFacts(found)
}
