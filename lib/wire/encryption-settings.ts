import { booleanOf, fieldOf, objectOf, textOf } from './read'

interface SubResource {
  readonly id: string | undefined
}

/** `DiskEncryptionSettings` of the Compute API: one object in the VM model, an array of them in a disk's instance view. */
export interface DiskEncryptionSettings {
  readonly enabled: boolean | undefined
  readonly diskEncryptionKey: { readonly secretUrl: string | undefined; readonly sourceVault: SubResource } | undefined
  readonly keyEncryptionKey: { readonly keyUrl: string | undefined; readonly sourceVault: SubResource } | undefined
}

function readSubResource(json: unknown): SubResource {
  return { id: textOf(fieldOf(objectOf(json), 'id')) }
}

export function readEncryptionSettings(json: unknown): DiskEncryptionSettings | undefined {
  const settings = objectOf(json)
  if (settings === undefined) return undefined
  const secret = objectOf(fieldOf(settings, 'diskEncryptionKey'))
  const key = objectOf(fieldOf(settings, 'keyEncryptionKey'))
  return {
    enabled: booleanOf(fieldOf(settings, 'enabled')),
    diskEncryptionKey: secret && {
      secretUrl: textOf(fieldOf(secret, 'secretUrl')),
      sourceVault: readSubResource(fieldOf(secret, 'sourceVault')),
    },
    keyEncryptionKey: key && {
      keyUrl: textOf(fieldOf(key, 'keyUrl')),
      sourceVault: readSubResource(fieldOf(key, 'sourceVault')),
    },
  }
}
