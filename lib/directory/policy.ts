/** Only the registrar keeps organisations right; `system` is an operator at the server's own command line. */
export function canImportOrganisations(actor: { role: string }): boolean {
  return actor.role === 'registrar' || actor.role === 'system'
}
