import { createHash, randomBytes } from 'node:crypto'
import { productApi, productSpa } from '../../names'
import type { TestSimulator } from './harness'
import type { Answer, Body } from './send'

/** The product's address in these tests: no process listens there, only redirects name it. */
export const productOrigin = 'http://localhost:3000'
export const redirectUri = `${productOrigin}${productSpa.redirectPath}`
export const apiScope = `${productApi.identifierUri}/${productApi.scope}`
export const signInScope = `openid profile offline_access ${apiScope}`

export interface SignInOptions {
  readonly person?: string
  readonly tenant: string
  readonly scope?: string
  readonly decision?: 'accept' | 'decline'
  /** Additional or overriding parameters of the authorize URL. */
  readonly params?: Readonly<Record<string, string>>
}

const unescape = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** The fields of the form whose button has this name. */
export function formOf(markup: string, button: string): Record<string, string> {
  const form = markup.split('<form').find((part) => unescape(part).replace(/\s+/g, ' ').includes(`>${button}</button>`))
  if (form === undefined) throw new Error(`no button ${button} in: ${markup}`)
  const fields = [...form.matchAll(/name="([^"]*)"\s+value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    unescape(value),
  ])
  return Object.fromEntries(fields) as Record<string, string>
}

/** A browser that performs the sign-in of the product's single-page application, cookies included. */
export function visitor(simulator: TestSimulator) {
  const verifier = randomBytes(32).toString('base64url')
  let cookie = ''

  const keep = (answer: Answer): Answer => {
    const set = answer.headers['set-cookie']?.[0]?.split(';')[0]
    if (set !== undefined) cookie = set.endsWith('=') ? '' : set
    return answer
  }
  const headers = (): Record<string, string> => (cookie === '' ? {} : { cookie })

  const address = ({ tenant, scope = signInScope, params = {} }: SignInOptions): string => {
    const query = new URLSearchParams({
      client_id: productSpa.clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      response_mode: 'fragment',
      scope,
      state: 'state-1',
      nonce: 'nonce-1',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      client_info: '1',
      ...params,
    })
    return `/${tenant}/oauth2/v2.0/authorize?${query.toString()}`
  }
  const open = async (wanted: SignInOptions): Promise<Answer> =>
    keep(await simulator.browser(address(wanted), { headers: headers() }))
  const press = async (
    wanted: SignInOptions,
    page: Answer,
    button: string,
    more: Record<string, string> = {},
  ): Promise<Answer> =>
    keep(
      await simulator.browser(`/${wanted.tenant}/oauth2/v2.0/authorize`, {
        form: { ...formOf(page.text, button), ...more },
        headers: headers(),
      }),
    )

  /** Submits the pages until the browser is redirected back; returns the parameters of that redirect. */
  const signIn = async (wanted: SignInOptions): Promise<URLSearchParams> => {
    let answer = await open(wanted)
    if (answer.status === 200 && answer.text.includes('<h2>Sign in'))
      answer = await press(wanted, answer, wanted.person ?? 'Chiara Rossi')
    if (answer.status === 200 && answer.text.includes('Permissions requested')) {
      const decision = wanted.decision ?? 'accept'
      answer = await press(wanted, answer, 'Accept', { decision })
    }
    if (answer.status !== 302) throw new Error(`no redirect: ${answer.status} ${answer.text}`)
    const location = new URL(answer.headers.location ?? '')
    return new URLSearchParams(location.hash === '' ? location.search : location.hash.slice(1))
  }
  const token = (tenant: string, form: Record<string, string>): Promise<Answer> =>
    simulator.browser(`/${tenant}/oauth2/v2.0/token`, {
      form: { client_id: productSpa.clientId, ...form },
      headers: { origin: productOrigin },
    })
  const redeem = (tenant: string, code: string, more: Record<string, string> = {}): Promise<Answer> =>
    token(tenant, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      scope: signInScope,
      client_info: '1',
      ...more,
    })
  return {
    open,
    press,
    signIn,
    token,
    redeem,
    /** Signs in and redeems the code: the answer of the token endpoint. */
    tokens: async (wanted: SignInOptions): Promise<Body> => {
      const back = await signIn(wanted)
      const answer = await redeem(wanted.tenant, back.get('code') ?? '')
      if (answer.status !== 200) throw new Error(answer.text)
      return answer.json
    },
    refresh: (tenant: string, refreshToken: string, more: Record<string, string> = {}): Promise<Answer> =>
      token(tenant, {
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        scope: signInScope,
        client_info: '1',
        ...more,
      }),
    logout: async (tenant: string, query = ''): Promise<Answer> =>
      keep(await simulator.browser(`/${tenant}/oauth2/v2.0/logout${query}`, { headers: headers() })),
    cookie: () => cookie,
  }
}

/** The exchange of the product's API, as a plain form. */
export function exchange(
  simulator: TestSimulator,
  tenant: string,
  assertion: string,
  more: Record<string, string> = {},
): Promise<Answer> {
  return simulator.server(`/${tenant}/oauth2/v2.0/token`, {
    form: {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      client_id: productApi.clientId,
      client_secret: productApi.clientSecret,
      scope: `${simulator.origins.server}/.default`,
      assertion,
      ...more,
    },
  })
}
