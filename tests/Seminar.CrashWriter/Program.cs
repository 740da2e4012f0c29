using Dapper;
using Seminar.Storage;

// Acts that must leave nothing half: <migrate|erase|backup|restore> <folder>. Each goes on until it is killed, and says « begun » first.
if (HalfDone.Acts.TryGetValue(args[0], out var act))
{
    return await act(args[1]);
}

// Crash writer: <folder> <databases> <writers>. Writes notes until it is killed. Prints « try <database> <id> » before
// each write and « ack <database> <id> » once it was acknowledged, each line flushed before going on.
var (folder, databases, writers) = (args[0], int.Parse(args[1], null), int.Parse(args[2], null));
var schema = new MigrationSeries("crash", [new Migration(1, "0001_note", "CREATE TABLE note (id TEXT NOT NULL, text TEXT NOT NULL) STRICT")]);
var said = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });

var modules = Enumerable.Range(0, databases)
    .Select(number => ModuleDatabase.Open(Path.Combine(folder, $"{number}.db"), Path.Combine(folder, "backups"), schema))
    .ToList();
await Task.WhenAll(modules.SelectMany((module, number) =>
    Enumerable.Range(0, writers).Select(_ => Task.Run(() => WriteForEver(module, number)))));
return 0;

async Task WriteForEver(ModuleDatabase module, int number)
{
    while (true)
    {
        var id = Guid.CreateVersion7();
        said.WriteLine($"try {number} {id}");
        await module.WriteAsync(
            connection => connection.Execute("INSERT INTO note (id, text) VALUES (@id, @text)", new { id, text = new string('x', 200) }),
            CancellationToken.None);
        said.WriteLine($"ack {number} {id}");
    }
}
