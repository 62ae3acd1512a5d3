// standard input ends when the test does, also where it was killed
process.stdin.on('end', () => process.exit()).resume();
