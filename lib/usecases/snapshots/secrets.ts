import 'server-only'
import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** 128 bits cannot be guessed. */
const tokenBytes = 16

/** A new token for a link. It is shown once and never stored. */
export function newToken(): string {
  return randomBytes(tokenBytes).toString('base64url')
}

/** The stored form of a token. It has 128 random bits, so a plain hash cannot be reversed. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The cost of guessing a passphrase from its stored form: the parameters of scrypt. */
interface Cost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/**
 * The cost of new passphrases. Raise it here: those stored before open by the cost that they contain.
 * Source: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt
 */
const current: Cost = { N: 2 ** 15, r: 8, p: 3 }
/** The cost of the oldest form, which contains only salt and hash. */
const unnamed: Cost = { N: 2 ** 15, r: 8, p: 3 }
/**
 * A manipulated row of the database must not exhaust the memory or the time of the process: four times the current
 * cost.
 */
const most = { bytes: 128 * 2 ** 20, p: 12 }
const saltBytes = 16
const keyBytes = 32

interface Kept {
  readonly cost: Cost
  readonly salt: string
  readonly hash: string
}

/** Source: https://www.rfc-editor.org/rfc/rfc7914#section-2 */
function tableBytes({ N, r }: Cost): number {
  return 128 * N * r
}

const named = /^scrypt\$N=(\d{1,7}),r=(\d{1,3}),p=(\d{1,3})\$([\w-]+)\$([\w-]+)$/

/** Parses the stored form, with its algorithm and cost or without; null where it is neither. */
function readKept(kept: string): Kept | null {
  const [, N, r, p, salt, hash] = named.exec(kept) ?? []
  if (salt !== undefined && hash !== undefined) {
    const cost = { N: Number(N), r: Number(r), p: Number(p) }
    // scrypt requires N to be a power of two above one.
    const isPossible = cost.N > 1 && Number.isInteger(Math.log2(cost.N)) && cost.r > 0 && cost.p > 0
    return isPossible && tableBytes(cost) <= most.bytes && cost.p <= most.p ? { cost, salt, hash } : null
  }
  const [before, then, ...others] = kept.split('.')
  return before === undefined || then === undefined || others.length > 0
    ? null
    : { cost: unnamed, salt: before, hash: then }
}

/** Normalised first, so that the same words match in any Unicode composition. */
function derive(passphrase: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  // The table, and a margin.
  const options = { ...cost, maxmem: 2 * tableBytes(cost) }
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, keyBytes, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}

/** Algorithm, cost, salt and hash of a passphrase, as they are stored. */
export async function hashPassphrase(passphrase: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  const hash = await derive(passphrase, salt, current)
  const cost = `N=${current.N},r=${current.r},p=${current.p}`
  return `scrypt$${cost}$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

/** Whether a passphrase is the stored one. Takes as long for a wrong one as for the right one. */
export async function isPassphrase(passphrase: string, kept: string): Promise<boolean> {
  const read = readKept(kept)
  if (read === null) return false
  const wanted = Buffer.from(read.hash, 'base64url')
  const given = await derive(passphrase, Buffer.from(read.salt, 'base64url'), read.cost)
  return wanted.length === given.length && timingSafeEqual(wanted, given)
}
