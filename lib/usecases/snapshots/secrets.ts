import 'server-only'
import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** 128 bits: nobody guesses one. */
const tokenBytes = 16

/** A new token for a link. It is shown once and kept nowhere. */
export function newToken(): string {
  return randomBytes(tokenBytes).toString('base64url')
}

/** What is kept of a token. It has 128 random bits, so a plain hash cannot be turned back. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Source: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt */
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 }
const keyBytes = 32

/** The same words however a keyboard composes their letters. */
function derive(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, keyBytes, cost, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}

/** Salt and hash of a passphrase, as they are kept. */
export async function hashPassphrase(passphrase: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('base64url')}.${(await derive(passphrase, salt)).toString('base64url')}`
}

/** Whether a passphrase is the one that was kept. Takes as long for a wrong one as for the right one. */
export async function isPassphrase(passphrase: string, kept: string): Promise<boolean> {
  const [salt = '', hash = ''] = kept.split('.')
  const wanted = Buffer.from(hash, 'base64url')
  const given = await derive(passphrase, Buffer.from(salt, 'base64url'))
  return wanted.length === given.length && timingSafeEqual(wanted, given)
}
