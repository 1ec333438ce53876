// Loaded into what a script starts. Were the script killed outright, its children would stay behind:
// the program would hold the port, and a build would keep the next one from starting.
// Workers of those children load this too; they have their own ways, and are left alone.
if (process.channel && process.env.END_WITH_PARENT === String(process.ppid)) {
  process.on('disconnect', () => process.exit(1))
  process.channel.unref()
}
