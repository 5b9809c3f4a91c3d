import 'server-only'
import { createHash } from 'node:crypto'
import { inspect } from 'node:util'

/**
 * The caller's access token. Code must call `reveal` to get it: printing, serialising or inspecting the object shows
 * nothing.
 */
export class AccessToken {
  readonly #text: string
  #fingerprint: string | null = null

  constructor(text: string) {
    this.#text = text
  }

  /** The token itself, for the on-behalf-of exchange only. */
  reveal(): string {
    return this.#text
  }

  /** SHA-256 of the token, base64url: a key for caches that does not reveal the token. */
  fingerprint(): string {
    this.#fingerprint ??= createHash('sha256').update(this.#text).digest('base64url')
    return this.#fingerprint
  }

  toString(): string {
    return '[access token]'
  }

  toJSON(): string {
    return this.toString()
  }

  [inspect.custom](): string {
    return this.toString()
  }
}
