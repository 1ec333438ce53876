// Loaded into the program when a script serves it: were the script killed outright, the program
// would stay behind and hold the port.
if (process.channel) {
  process.on('disconnect', () => process.exit(0))
  process.channel.unref()
}
