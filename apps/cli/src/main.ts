process.stdout.write('tiaoli\n');
