import { apiError } from '@/lib/contract/errors'
import 'server-only'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { plainHeaders } from '@/lib/http/security-headers'
import { languageCookie, chooseLanguage, type Language } from '@/lib/i18n/languages'
import { localPaths, type LocalState } from '@/lib/contract/local-session'
import { admitLocal, cookieNameOf, type Admission } from './admission'
import { readLocalBearer } from './identity'
import { openPage, openPagePolicy, openScript } from './open-page'
import type { LocalSessions } from './sessions'

export interface LocalServerOptions {
  readonly sessions: LocalSessions
  /** State of the sign-in for a tenant. */
  readonly state: (tenantId: string) => LocalState
  /** The product itself. */
  readonly product: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Called when the key was withdrawn because too many wrong ones were sent. */
  readonly onWithdrawn: () => void
}

const chosenLanguage = new RegExp(`(?:^|;\\s*)${languageCookie}=([a-z]{2})`)

/** A key has 43 characters. */
const mostKeyBytes = 200

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > mostKeyBytes) return ''
  }
  return text
}

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  for (const [name, value] of Object.entries(plainHeaders)) response.setHeader(name, value)
  if (type === 'text/html') response.setHeader('content-security-policy', openPagePolicy)
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
  response.end(body)
}

/** Refuses a request and closes its connection: what follows on it may come from the same place. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  response.setHeader('connection', 'close')
  answer(response, status, 'text/plain', `${text}\n`)
  request.resume()
}

function languageOf({ headers }: IncomingMessage): Language {
  const chosen = chosenLanguage.exec(headers.cookie ?? '')?.[1] ?? null
  return chooseLanguage(chosen, headers['accept-language'] ?? null)
}

/** A person who opens an address without a session learns what to do; a program gets the code of the API. */
function askForSession(request: IncomingMessage, response: ServerResponse): void {
  request.resume()
  if (request.method === 'GET' && !(request.url ?? '').startsWith('/api/'))
    answer(response, 401, 'text/html', openPage(languageOf(request)))
  else answer(response, 401, 'application/json', JSON.stringify(apiError('sign-in-required')))
}

/** Answers the requests that this program answers itself, and passes the others to the product. */
export class LocalServer {
  readonly #server: Server
  #port = 0

  constructor(private readonly options: LocalServerOptions) {
    this.#server = createServer((request, response) => void this.#answer(request, response))
  }

  /** Listens on this machine only; port 0 takes a free one. Resolves with the port. */
  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(port, '127.0.0.1', () => {
        const address = this.#server.address()
        this.#port = typeof address === 'object' && address !== null ? address.port : port
        resolve(this.#port)
      })
    })
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split('?', 1)[0] ?? ''
    const { method = '', headers } = request
    const admission = admitLocal({ method, path, headers }, this.#port, this.options.sessions)
    try {
      await this.#handle(admission, path, request, response)
    } catch {
      response.destroy()
    }
  }

  async #handle(admission: Admission, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    switch (admission.kind) {
      case 'foreign-host':
        refuse(request, response, 421, 'This address does not belong to the program.')
        return
      case 'foreign-page':
        refuse(request, response, 403, 'Only pages of this program may send requests to it.')
        return
      case 'no-session':
        askForSession(request, response)
        return
      case 'open':
        if (path === localPaths.session) return this.#open(request, response)
        if (path === localPaths.openScript) {
          answer(response, 200, 'text/javascript', openScript)
          return
        }
        answer(response, 200, 'text/html', openPage(languageOf(request)))
        return
      case 'session':
        if (path === localPaths.state) {
          this.#state(request, response)
          return
        }
        if (path === '/api/v1/session' && request.method === 'DELETE')
          response.once('finish', () => this.options.sessions.end(admission.cookie))
        return this.options.product(request, response)
    }
  }

  async #open(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const opened = this.options.sessions.redeem((await bodyOf(request)).trim())
    if (typeof opened === 'string') {
      if (opened === 'withdrawn') this.options.onWithdrawn()
      refuse(request, response, opened === 'withdrawn' ? 429 : 403, 'This key is not valid.')
      return
    }
    const cookie = `${cookieNameOf(this.#port)}=${opened.cookie}; Path=/; HttpOnly; SameSite=Strict`
    response.setHeader('set-cookie', cookie)
    answer(response, 200, 'application/json', JSON.stringify({ secret: opened.secret }))
  }

  #state(request: IncomingMessage, response: ServerResponse): void {
    const read = readLocalBearer(request.headers.authorization ?? null)
    if (read === null) {
      askForSession(request, response)
      return
    }
    answer(response, 200, 'application/json', JSON.stringify(this.options.state(read.tenantId)))
  }
}

/** The address of the page that opens a session. */
export function openAddress(port: number, key: string): string {
  return `http://127.0.0.1:${port}${localPaths.open}#${key}`
}
