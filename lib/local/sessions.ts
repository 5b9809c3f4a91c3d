import 'server-only'
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits, as text without special characters. */
const secretOf = (): string => randomBytes(32).toString('base64url')
/** Digests are compared, so that the time shows neither the length nor the beginning of what is kept. */
const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** How long an address may be opened; the person asks for another in the terminal. */
const keyMilliseconds = 600_000
/** Wrong keys after which the key is withdrawn. */
const mostWrong = 20
/** Browsers that one person has open at a time; the oldest ends. */
const mostSessions = 16

interface Session {
  readonly cookie: Buffer
  readonly secret: Buffer
}

/** What a browser holds: the cookie for every request, and the secret that its page adds to requests to the API. */
export interface OpenedSession {
  readonly cookie: string
  readonly secret: string
}

/**
 * The sessions of the one person of this program. A cookie is sent to every port of a host, so a server of another user
 * on this machine can receive it (https://www.rfc-editor.org/rfc/rfc6265#section-8.5); the page's secret stays with the
 * origin, so the cookie alone reads nothing. Everything ends with the program.
 */
export class LocalSessions {
  #key: { readonly digest: Buffer; readonly until: number } | null = null
  #wrong = 0
  #sessions: Session[] = []

  /** @param now milliseconds of a monotonic clock; tests pass their own */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** A key that opens one session, once; the key before it is withdrawn. */
  newKey(): string {
    const key = secretOf()
    this.#key = { digest: digestOf(key), until: this.now() + keyMilliseconds }
    this.#wrong = 0
    return key
  }

  /**
   * Exchanges the key for a session. `withdrawn`: too many wrong keys were sent, and the key is not valid any more.
   */
  redeem(key: string): OpenedSession | 'wrong' | 'withdrawn' {
    const kept = this.#key
    if (kept === null || this.now() > kept.until) return this.#wrong >= mostWrong ? 'withdrawn' : 'wrong'
    if (!timingSafeEqual(digestOf(key), kept.digest)) {
      this.#wrong += 1
      if (this.#wrong < mostWrong) return 'wrong'
      this.#key = null
      return 'withdrawn'
    }
    this.#key = null
    const opened = { cookie: secretOf(), secret: secretOf() }
    this.#sessions.push({ cookie: digestOf(opened.cookie), secret: digestOf(opened.secret) })
    this.#sessions = this.#sessions.slice(-mostSessions)
    return opened
  }

  /** Whether a cookie belongs to an open session. */
  hasCookie(cookie: string): boolean {
    return this.#find('cookie', cookie) !== undefined
  }

  /** Whether a page's secret belongs to an open session. */
  hasSecret(secret: string): boolean {
    return this.#find('secret', secret) !== undefined
  }

  /** Whether both belong to the same session. */
  belongTogether(cookie: string, secret: string): boolean {
    const session = this.#find('cookie', cookie)
    return session !== undefined && session === this.#find('secret', secret)
  }

  /** Ends the session of a cookie. */
  end(cookie: string): void {
    const session = this.#find('cookie', cookie)
    this.#sessions = this.#sessions.filter((each) => each !== session)
  }

  #find(part: keyof Session, text: string): Session | undefined {
    const digest = digestOf(text)
    // All are compared, whichever fits.
    return this.#sessions.filter((session) => timingSafeEqual(session[part], digest))[0]
  }
}
