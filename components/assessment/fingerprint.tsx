/** A SHA-256 in full, so that it can be compared. */
export function Fingerprint({ hash }: { hash: string }) {
  return <span className="touchstone-break font-mono text-sm">{hash}</span>
}
