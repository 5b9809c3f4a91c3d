'use client'

import { useState } from 'react'
import { problemOf } from '@/components/providers/api-problem'
import { useNotes, useNoteWriter } from '@/components/queries/use-notes'
import type { Acknowledgement } from '@/lib/contract/notes'
import { acknowledgementOf, type Acknowledgeable } from '@/lib/views/acknowledgement'
import { unreadBy, type Unread } from '@/lib/views/completeness'
import type { Refusal, WriteOutcome } from '@/lib/views/notes'

export type AcknowledgementText = Pick<Acknowledgement, 'note' | 'assignee'>

export interface Acknowledging {
  /** Why acknowledgements could not be read; `loading` while they are. */
  readonly unread: Unread | 'loading' | null
  /** False where some may be missing. */
  readonly isWhole: boolean
  readonly of: (vm: Acknowledgeable) => Acknowledgement | null
  /** Why the last change was not saved. */
  readonly refusal: Refusal | null
  /** Acknowledges VMs that need an action and are not acknowledged. */
  readonly acknowledge: (vms: readonly Acknowledgeable[]) => Promise<boolean>
  readonly withdraw: (vm: Acknowledgeable) => Promise<boolean>
  /** Changes the texts of an acknowledgement over the version that the user saw. */
  readonly write: (found: Acknowledgement, text: AcknowledgementText, version: string | null) => Promise<WriteOutcome>
}

/** Acknowledgements of problems, shared with all users who can read the VMs. */
export function useAcknowledging(): Acknowledging {
  const { data, error } = useNotes()
  const { write, noteAll } = useNoteWriter()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const noted = (outcome: WriteOutcome): boolean => {
    setRefusal(outcome.kind === 'saved' ? null : outcome)
    return outcome.kind === 'saved'
  }
  const of = (vm: Acknowledgeable) => (data === undefined ? null : acknowledgementOf(vm, data))
  const acknowledge = async (vms: readonly Acknowledgeable[]): Promise<boolean> => {
    const codes = [...new Set(vms.flatMap(({ code }) => code ?? []))]
    for (const code of codes) {
      const ids = vms.filter((vm) => vm.code === code && of(vm) === null).map(({ key }) => key)
      const { outcome } = await noteAll(
        { kind: 'acknowledgement', acknowledgement: { code, note: '', assignee: '' } },
        ids,
      )
      if (!noted(outcome)) return false
    }
    return true
  }
  return {
    unread: unreadOf(data?.failure, error),
    isWhole: data?.complete === true && error === null,
    of,
    refusal,
    acknowledge,
    withdraw: async ({ key }) =>
      noted((await noteAll({ kind: 'acknowledgement', acknowledgement: null }, [key])).outcome),
    write: ({ id, code }, text, version) =>
      write({
        kind: 'note',
        change: {
          note: { kind: 'acknowledgement', acknowledgement: { code, ...text } },
          vms: [{ id, version }],
        },
      }),
  }
}

type Failure = NonNullable<ReturnType<typeof useNotes>['data']>['failure']

function unreadOf(failure: Failure | undefined, error: Error | null): Acknowledging['unread'] {
  if (failure === undefined) return error === null ? 'loading' : problemOf(error)
  return failure === null ? null : unreadBy(failure)
}
