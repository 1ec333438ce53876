type Entry = { version?: string; dev?: boolean; optional?: boolean; cpu?: string[]; os?: string[]; libc?: string[]; optionalDependencies?: Record<string, string> }
export type Lockfile = { packages: Record<string, Entry> }

type Missing = { name: string; version: string; dev: boolean }

/**
 * Packages for other systems that the lock file should name and does not. npm leaves them out
 * when the registry it asks lacks them at that moment; `npm ci` then refuses the lock file
 * everywhere, and a Mac would get no compiler.
 */
export function missingPackages({ packages }: Lockfile): Missing[] {
  const missing = Object.entries(packages).flatMap(([parent, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isFound(packages, parent, name))
      .map(([name, version]) => ({ name, version, dev })),
  )
  return missing.sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** As Node looks: beside the parent's own packages first, then further out. */
function isFound(packages: Lockfile['packages'], parent: string, name: string): boolean {
  if (`${parent ? `${parent}/` : ''}node_modules/${name}` in packages) return true
  return parent !== '' && isFound(packages, parent.slice(0, Math.max(0, parent.lastIndexOf('/node_modules/'))), name)
}

/**
 * Names the missing packages. Without a hash: the registry did not give one.
 * @throws Error when one is asked for by a range, whose version only the registry knows
 */
export function completed(lockfile: Lockfile): Lockfile {
  const added = missingPackages(lockfile).map(({ name, version, dev }): [string, Entry] => {
    if (!/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version)) throw new Error(`${name} is asked for as '${version}', so its version is not known here.`)
    return [`node_modules/${name}`, { version, ...systemOf(name), ...(dev ? { dev } : {}), optional: true }]
  })
  const inOrder = [...Object.entries(lockfile.packages), ...added].sort(([a], [b]) => a.localeCompare(b, 'en'))
  return { ...lockfile, packages: Object.fromEntries(inOrder) }
}

const systems = ['darwin', 'linux', 'win32', 'freebsd', 'android', 'openharmony']
const processors = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32']

/** From names such as @next/swc-linux-arm64-musl. */
function systemOf(name: string): Pick<Entry, 'cpu' | 'os' | 'libc'> {
  const parts = name.split(/[-/]/)
  const os = systems.filter((system) => parts.includes(system))
  const cpu = processors.filter((processor) => parts.includes(processor))
  const libc = parts.includes('linux') ? [parts.at(-1)?.startsWith('musl') ? 'musl' : 'glibc'] : []
  return { ...(cpu.length > 0 ? { cpu } : {}), ...(libc.length > 0 ? { libc } : {}), ...(os.length > 0 ? { os } : {}) }
}
