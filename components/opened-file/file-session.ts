import type { SessionSource } from '@/components/providers/session-context'
import { localProblem } from '@/components/providers/api-problem'
import type { Session } from '@/components/providers/session-types'
import type { FileRefusal, OpenedFile } from '@/lib/contract/file-worker'
import { fail } from '@/lib/shared/result'
import type { FileWorker } from './file-worker'
import { OtherFile } from './other-file'
import { siteFile } from './site-file'

const none: Session = {
  status: 'signed-out',
  account: null,
  cloud: 'public',
  portalHost: null,
  tenantId: '',
  tenants: [],
  accounts: [],
  problem: null,
  renewalNeeded: false,
  leaving: false,
  local: null,
}

/** What becomes of a file: null before there is one. */
export type FileState = null | 'opening' | 'open' | { readonly name: string; readonly refused: FileRefusal }

/** Leaves the file: the next document has nothing of it. */
function leave(): Promise<void> {
  window.location.assign(siteFile() === null ? '/explain' : '/')
  return Promise.resolve()
}

const script = new URL('./worker.generated.js', import.meta.url)

const startWorker = async (): Promise<FileWorker> => new (await import('./file-worker')).FileWorker(script)

const nothing = (): Promise<void> => Promise.resolve()

/** The session of a page that shows a file: its person is the account that took the file, and no one signs in. */
export class FileSession implements SessionSource {
  #session = none
  #state: FileState = null
  #worker: FileWorker | null = null
  #opened: OpenedFile | null = null
  readonly #listeners = new Set<() => void>()

  readonly get = (): Session => this.#session
  readonly state = (): FileState => this.#state
  /** The file that is shown; null before there is one. */
  readonly opened = (): OpenedFile | null => this.#opened
  readonly other = new OtherFile(startWorker)

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly actions: SessionSource['actions'] = {
    signIn: nothing,
    confirm: () => undefined,
    addAccount: nothing,
    useAccount: nothing,
    useTenant: () => undefined,
    signOut: leave,
    acquireToken: () => Promise.resolve({ kind: 'failed', code: 'sign-in-required' }),
  }

  readonly api: SessionSource['api'] = {
    fetchApi: (path, init) =>
      this.#worker?.fetchApi(path, init) ?? Promise.resolve(fail(localProblem('sign-in-required'))),
  }

  /**
   * Opens a file. A page shows one file: another one begins with another document.
   * @param hidden the word for the account of a redacted file
   */
  readonly open = async (file: File, hidden: string): Promise<void> => {
    if (this.#state === 'opening' || this.#state === 'open') return
    this.#change('opening', none)
    const worker = await startWorker()
    const opened = await worker.open(file)
    if (!opened.ok) {
      worker.end()
      this.#change({ name: file.name, refused: opened.failure }, none)
      return
    }
    this.#worker = worker
    this.#opened = opened.value
    const { cloud, portalHost, state } = opened.value
    const { account, tenantId, tenants } = state
    // Ages count from the moment of the file.
    globalThis.sealwatchMoment = Date.parse(state.file.takenAt)
    const shown = { homeAccountId: 'file', name: account.name, username: account.username || hidden }
    this.#change('open', {
      ...none,
      ...{ status: 'signed-in', account: shown, accounts: [shown], cloud, portalHost, tenantId, tenants },
      local: { tool: 'file', command: null, ended: false, file: state.file },
    })
  }

  #change(state: FileState, session: Session): void {
    this.#state = state
    this.#session = session
    for (const listener of this.#listeners) listener()
  }
}
