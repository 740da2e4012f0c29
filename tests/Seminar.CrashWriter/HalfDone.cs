using Dapper;
using Seminar.Storage;

/// <summary>What is killed half-way: migrations, erasures, backups and restores, over and over on the files of one folder.</summary>
internal static class HalfDone
{
    private const int Notes = 2000;

    private static readonly Migration First = new(1, "0001_note", "CREATE TABLE note (id INTEGER PRIMARY KEY, colour TEXT NOT NULL, text TEXT NOT NULL) STRICT");

    private static readonly Migration Second = new(2, "0002_answer", """
        ALTER TABLE note ADD COLUMN author TEXT;
        CREATE TABLE answer (note INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE, text TEXT NOT NULL) STRICT;
        INSERT INTO answer (note, text) SELECT id, 'answer' FROM note;
        UPDATE note SET author = 'author';
        """);

    private static readonly MigrationSeries Both = new("half", [First, Second]);

    public static IReadOnlyDictionary<string, Func<string, Task<int>>> Acts { get; } = new Dictionary<string, Func<string, Task<int>>>
    {
        ["migrate"] = MigrateAsync, ["erase"] = EraseAsync, ["backup"] = BackupAsync, ["restore"] = RestoreAsync,
    };

    private static async Task<int> MigrateAsync(string folder)
    {
        await using (var old = Open(folder, "old.db", new MigrationSeries("half", [First])))
        {
            await FillAsync(old, "blue");
            await old.BackupAsync(Path.Combine(folder, "before.db"), CancellationToken.None);
        }

        Begin();
        while (true)
        {
            var name = $"{Guid.NewGuid():N}.db";
            File.Copy(Path.Combine(folder, "before.db"), Path.Combine(folder, name + ".copying"));
            File.Move(Path.Combine(folder, name + ".copying"), Path.Combine(folder, name));
            await Open(folder, name, Both).DisposeAsync();
        }
    }

    private static async Task<int> EraseAsync(string folder)
    {
        await using var module = Open(folder, "erased.db", Both);
        await FillAsync(module, "blue");
        Begin();
        for (var note = 1; ; note++)
        {
            await module.WriteAsync(connection => connection.Execute("DELETE FROM note WHERE id = @note", new { note }), CancellationToken.None);
            await module.ScrubAsync(CancellationToken.None);
        }
    }

    private static async Task<int> BackupAsync(string folder)
    {
        await using var module = Open(folder, "kept.db", Both);
        await FillAsync(module, "blue");
        Begin();
        for (var copy = 0; ; copy++)
        {
            await module.BackupAsync(Path.Combine(folder, "copies", $"{copy}.db"), CancellationToken.None);
        }
    }

    private static async Task<int> RestoreAsync(string folder)
    {
        await using var module = Open(folder, "restored.db", Both);
        foreach (var colour in new[] { "blue", "green" })
        {
            await FillAsync(module, colour);
            await module.BackupAsync(Path.Combine(folder, colour + ".copy"), CancellationToken.None);
        }

        Begin();
        while (true)
        {
            await module.RestoreAsync(Path.Combine(folder, "blue.copy"), CancellationToken.None);
            await module.RestoreAsync(Path.Combine(folder, "green.copy"), CancellationToken.None);
        }
    }

    private static ModuleDatabase Open(string folder, string name, MigrationSeries series) =>
        ModuleDatabase.Open(Path.Combine(folder, name), Path.Combine(folder, "backups"), series);

    private static Task<int> FillAsync(ModuleDatabase module, string colour) => module.WriteAsync(
        connection =>
        {
            connection.Execute("DELETE FROM note");
            return connection.Execute(
                $"""
                WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < {Notes})
                INSERT INTO note (id, colour, text) SELECT n, @colour, 'text' FROM many
                """,
                new { colour });
        },
        CancellationToken.None);

    private static void Begin()
    {
        Console.WriteLine("begun");
        Console.Out.Flush();
    }
}
