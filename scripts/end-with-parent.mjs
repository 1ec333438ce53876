// Loaded into what a script starts. Were the script killed outright, its children would stay behind:
// the program would hold the port, and a build would keep the next one from starting.
if (process.channel) {
  process.on('disconnect', () => process.exit(1))
  process.channel.unref()
}
