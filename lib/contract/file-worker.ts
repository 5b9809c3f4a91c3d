import type { BrowserConfig } from './browser-config'
import type { LocalState } from './local-session'

/** Why a page refuses a file. `unreadable`: the browser could not read it. */
export const fileRefusals = ['foreign', 'other-version', 'cut', 'damaged', 'too-large', 'unreadable'] as const
export type FileRefusal = (typeof fileRefusals)[number]

/** Whom a file shows, and of which cloud. `username` is empty where the file is redacted. */
export interface OpenedFile extends Pick<BrowserConfig, 'cloud' | 'portalHost'> {
  readonly state: LocalState & { readonly file: NonNullable<LocalState['file']> }
  /** Whether names and ids are replaced by hashes of this file alone. */
  readonly redacted: boolean
}

/** Name of what says, in a page of a site without a server, which file it shows at once; empty where the reader chooses. */
export const siteFileName = 'sealwatch-file'

/** What a page sends to the worker that has its file: the file once and first, then requests as to a server's API. */
export type ToFileWorker =
  | { readonly kind: 'open'; readonly file: File }
  | {
      readonly kind: 'request'
      readonly id: number
      readonly path: string
      readonly method: string
      readonly contentType: string | null
      readonly body: string | null
    }
  | { readonly kind: 'abort'; readonly id: number }

/** What the worker sends: what became of the file, and of each request its answer in pieces. */
export type FromFileWorker =
  | { readonly kind: 'opened'; readonly opened: OpenedFile }
  | { readonly kind: 'refused'; readonly code: FileRefusal }
  | { readonly kind: 'answer'; readonly id: number; readonly status: number }
  | { readonly kind: 'piece'; readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'end'; readonly id: number }
