'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button'

export interface ChooseFileProps {
  readonly label: string
  readonly onFile: (file: File) => void
}

/** A button that lets the user choose a file of `bundle`. */
export function ChooseFile({ label, onFile }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept=".gz,application/gzip"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file !== undefined) onFile(file)
          event.target.value = ''
        }}
      />
      <Button onClick={() => input.current?.click()}>{label}</Button>
    </div>
  )
}
