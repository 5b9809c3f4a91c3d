import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import { z } from 'zod'
import { writeWhole } from './certificate'
import { makeFolder } from './make-folder'

export interface SigningKey {
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
  readonly publicJwk: JWK
}

/** The signing keys of fake Entra: the newest signs, all are published. */
export interface KeyRing {
  readonly current: () => SigningKey
  readonly all: () => readonly SigningKey[]
  /** Creates a new key and signs with it from now on, as Entra does every few weeks. */
  readonly rotate: () => Promise<string>
}

const rsaPrivate = z.looseObject({ kty: z.literal('RSA'), n: z.string(), e: z.string(), d: z.string() })
const stored = z.array(rsaPrivate).min(1)

async function imported(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'RS256')
  if (key instanceof Uint8Array) throw new Error('signing key: not an RSA key')
  return key
}

async function load(jwk: z.infer<typeof rsaPrivate>): Promise<SigningKey> {
  const publicPart: JWK = { kty: 'RSA', n: jwk.n, e: jwk.e }
  const kid = await calculateJwkThumbprint(publicPart)
  return {
    kid,
    privateKey: await imported({ ...jwk }),
    publicKey: await imported(publicPart),
    publicJwk: { ...publicPart, kid, use: 'sig', alg: 'RS256' },
  }
}

async function makeJwk(): Promise<z.infer<typeof rsaPrivate>> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return rsaPrivate.parse(await exportJWK(privateKey))
}

async function readStored(file: string): Promise<z.infer<typeof stored> | null> {
  try {
    return stored.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return null
  }
}

/**
 * The signing keys of the data folder, created at the first start. They survive a restart, and each has a unique `kid`:
 * clients cache key sets, and would refuse tokens of another key with a known `kid`.
 */
export async function prepareKeys(dataDir: string): Promise<KeyRing> {
  await makeFolder(dataDir)
  const file = join(dataDir, 'signing-keys.json')
  const jwks = (await readStored(file)) ?? [await makeJwk()]
  await writeWhole(file, JSON.stringify(jwks))
  const keys = await Promise.all(jwks.map(load))
  const [newest] = keys
  if (newest === undefined) throw new Error('signing key: none')
  let signing = newest
  return {
    current: () => signing,
    all: () => keys,
    rotate: async () => {
      const jwk = await makeJwk()
      signing = await load(jwk)
      jwks.unshift(jwk)
      keys.unshift(signing)
      await writeWhole(file, JSON.stringify(jwks))
      return signing.kid
    },
  }
}
