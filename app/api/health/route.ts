/** Is the process up? Asks nothing of the database. */
export function GET(): Response {
  return Response.json({ status: 'up' })
}
