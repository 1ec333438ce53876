// Runs before anything is installed, on Node 20: only Node's own modules here.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..')
const modules = path.join(root, 'node_modules')
const stampFile = path.join(modules, '.installed')
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
const installedNode = path.join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/**
 * Makes sure that the locked dependencies are there, then hands over to a TypeScript script under
 * the Node that is one of them.
 *
 * @param {string} script from the project's root
 */
export async function bootstrap(script) {
  try {
    checkNode()
    const stamp = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex')
    if (!existsSync(installedNode) || read(stampFile) !== stamp) {
      await install()
      writeFileSync(stampFile, stamp)
    }
    process.exitCode = await handOver(script, process.argv.slice(2))
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 6)) return
  throw new Error(`Node ${process.versions.node} is too old: install Node 20.6 or later, such as 24, from https://nodejs.org`)
}

async function install() {
  console.log('Installing the locked dependencies. The first time this takes a minute or two.')
  const started = Date.now()
  const ticking = setInterval(() => console.log(`  still installing, ${Math.round((Date.now() - started) / 1000)} s`), 15_000)
  // npm runs under the Node that started it: the one in node_modules is about to be replaced.
  const npmScript = process.env.npm_execpath
  const [command, first] = npmScript?.endsWith('.js') ? [process.execPath, [npmScript]] : ['npm', []]
  const environment = {
    ...process.env,
    // Prisma would fetch an engine that nothing here uses, and older versions of npm let it.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  }
  try {
    const status = await run(command, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], environment)
    if (status !== 0) throw new Error('npm could not install the dependencies; its own words are above. Check the network and the free disk space, and try again.')
  } finally {
    clearInterval(ticking)
  }
  if (!existsSync(installedNode)) throw new Error('npm installed no Node: install scripts are switched off. Allow them for this project with: npm ci --ignore-scripts=false')
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`)
}

function handOver(script, given) {
  const environment = { ...process.env, PATH: `${path.join(modules, '.bin')}${path.delimiter}${process.env.PATH ?? ''}` }
  return run(installedNode, ['--import', 'tsx', path.join(root, script), ...given], environment, true)
}

/** Waits for a command, and passes on every request to stop. The command is stopped too when whoever started us is gone. */
function run(command, given, env, tellWhenWeDie = false) {
  return new Promise((resolve, reject) => {
    const stdio = ['inherit', 'inherit', 'inherit', ...(tellWhenWeDie ? ['ipc'] : [])]
    const child = spawn(command, given, { cwd: root, env, stdio, shell: process.platform === 'win32' && command === 'npm' })
    const passOn = (signal) => child.kill(signal)
    for (const signal of signals) process.on(signal, passOn)
    // npm passes a signal only to the shell between it and us, which dies of it and tells nobody.
    const parent = process.ppid
    const watch = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(watch)
      child.kill('SIGTERM')
    }, 1_000)
    child.once('error', reject)
    child.once('exit', (status) => {
      clearInterval(watch)
      for (const signal of signals) process.off(signal, passOn)
      resolve(status ?? 1)
    })
  })
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}
