/** A path of this site, or '/' for anything else: an address that came in with a request never leads away from the register. */
export function ownPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[^\\\s]*$/.test(path) ? path : '/'
}
