/** A SHA-256 in full, so that it can be compared. */
export function Fingerprint({ hash }: { hash: string }) {
  return <code className="touchstone-break text-sm">{hash}</code>
}
