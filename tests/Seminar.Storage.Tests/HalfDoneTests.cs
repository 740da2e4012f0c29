using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Seminar.Storage.Tests;

/// <summary>
/// A process is killed, without warning, in the middle of migrations, erasures, backups and restores: nothing is there by half, and what it
/// left is tidied. Eight kills; SEMINAR_KILLS=50 asks for fifty.
/// </summary>
public sealed class HalfDoneTests : IDisposable
{
    private const long NoteCount = 2000;

    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("SEMINAR_KILLS") ?? "8", CultureInfo.InvariantCulture);

    private static readonly string CrashWriter = typeof(HalfDoneTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "CrashWriter").Value!;

    private static readonly string?[] Kept = [".db", ".db-wal", ".db-shm", ".db-journal", ".copy", ".copying"];

    private readonly TempFolder _folder = new();
    private readonly Random _random = new(20261128);

    [Theory]
    [InlineData("migrate")]
    [InlineData("erase")]
    [InlineData("backup")]
    [InlineData("restore")]
    public async Task Whatever_is_killed_is_whole_or_was_not_done(string act)
    {
        for (var kill = 0; kill < Math.Max(1, Kills / 4); kill++)
        {
            var folder = Directory.CreateDirectory(_folder.File($"{act}-{kill}")).FullName;
            await RunUntilKilledAsync(act, folder);
            var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
            StoppedModule.RemoveLeftovers(folder);

            Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
                .Select(Path.GetExtension).Should().OnlyContain(kind => Kept.Contains(kind));
            foreach (var file in files.Where(file => Path.GetExtension(file) is ".db" or ".copy"))
            {
                ShouldBeWhole(file, act);
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    private static void ShouldBeWhole(string file, string act)
    {
        Notes.Ask<string>(file, "PRAGMA integrity_check").Should().Be("ok");
        Notes.Ask<long>(file, "SELECT count(*) FROM pragma_foreign_key_check").Should().Be(0);
        if (Notes.Ask<long>(file, "SELECT count(*) FROM sqlite_master WHERE name = 'note'") == 0)
        {
            return;
        }

        var notes = Notes.Ask<long>(file, "SELECT count(*) FROM note");
        (act == "erase" || notes == NoteCount || Path.GetFileName(file) == "old.db").Should().BeTrue("{0} holds {1} notes", file, notes);
        Notes.Ask<long>(file, "SELECT count(DISTINCT colour) FROM note").Should().BeLessThanOrEqualTo(1);
        var isMigrated = Notes.Ask<long>(file, "SELECT count(*) FROM migration WHERE number = 2") == 1;
        Notes.Ask<long>(file, "SELECT count(*) FROM pragma_table_info('note') WHERE name = 'author'").Should().Be(isMigrated ? 1 : 0);
        Notes.Ask<long>(file, "SELECT count(*) FROM sqlite_master WHERE name = 'answer'").Should().Be(isMigrated ? 1 : 0);
        if (isMigrated && act == "migrate")
        {
            Notes.Ask<long>(file, "SELECT count(*) FROM answer").Should().Be(NoteCount);
            Notes.Ask<long>(file, "SELECT count(*) FROM note WHERE author = 'author'").Should().Be(NoteCount);
        }
    }

    private async Task RunUntilKilledAsync(string act, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [CrashWriter, act, folder]) { RedirectStandardOutput = true })!;
        try
        {
            (await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60))).Should().Be("begun");
            // Not a wait for anything: when the kill comes is the chance that this test takes.
            await Task.Delay(_random.Next(1, 120));
            process.HasExited.Should().BeFalse("it goes on until it is killed");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }
}
