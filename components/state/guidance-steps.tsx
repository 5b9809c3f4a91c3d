import { GuidedText } from './guided-text'

/** Steps for a message of the catalogue, in order. Shown wherever its meaning is shown. */
export function GuidanceSteps({ next }: { readonly next: readonly string[] }) {
  return (
    <ol className="list-decimal space-y-1 pl-5">
      {next.map((step) => (
        <li key={step}>
          <GuidedText text={step} />
        </li>
      ))}
    </ol>
  )
}
