/** A name, an id or a value as a machine has it: in no language, and whatever its letters are, it turns nothing around. */
export function Literal({ text }: { readonly text: string }) {
  return (
    <code className="font-mono text-code">
      <bdi>{text}</bdi>
    </code>
  )
}
