using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Seminar.Storage.Tests;

/// <summary>A process that writes to several databases is killed, without warning, fifty times over the same files.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Rounds = 50;
    private const int Databases = 3;
    private const int Writers = 8;

    private static readonly string CrashWriter = typeof(CrashTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "CrashWriter").Value!;

    private readonly TempFolder _folder = new();
    private readonly Random _random = new(20261123);

    [Fact]
    public async Task No_acknowledged_write_is_lost_and_every_database_is_sound()
    {
        var acknowledged = new HashSet<string>();
        var tried = new HashSet<string>();
        var killedInFlight = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var (tries, acks) = await WriteUntilKilled(whileOpening: round % 5 == 0);
            tried.UnionWith(tries);
            acknowledged.UnionWith(acks);
            killedInFlight += tries.Count > acks.Count && acks.Count > 0 ? 1 : 0;
            if (round % 2 == 0)
            {
                // The next process finds the files as the kill left them.
                continue;
            }

            // What was acknowledged in any round so far is there, once; what is there was written by someone.
            var rows = Enumerable.Range(0, Databases).SelectMany(Present).ToList();
            var present = rows.ToHashSet();
            present.Should().HaveCount(rows.Count, "no note is there twice");
            acknowledged.Where(note => !present.Contains(note)).Should().BeEmpty("round {0} must not lose what was acknowledged", round);
            present.Where(note => !tried.Contains(note)).Should().BeEmpty();
        }

        killedInFlight.Should().BeGreaterThan(Rounds * 7 / 10, "or else this test proves nothing");
        acknowledged.Count.Should().BeGreaterThan(Rounds * Writers);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(List<string> Tries, List<string> Acks)> WriteUntilKilled(bool whileOpening)
    {
        var start = new ProcessStartInfo("dotnet", [CrashWriter, _folder.File(""), $"{Databases}", $"{Writers}"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        try
        {
            var said = new StringBuilder();
            while (!whileOpening && !said.ToString().Contains("ack ", StringComparison.Ordinal))
            {
                var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(4));
                line.Should().NotBeNull("it writes until it is killed");
                said.Append(line).Append('\n');
            }

            var rest = process.StandardOutput.ReadToEndAsync();
            await Task.Delay(whileOpening ? _random.Next(100, 400) : _random.Next(2, 100));
            process.HasExited.Should().BeFalse("it writes until it is killed");
            process.Kill();
            return Said(said.Append(await rest).ToString());
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static (List<string> Tries, List<string> Acks) Said(string text)
    {
        // A line that was cut short by the kill was not said.
        var lines = text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (Lines("try "), Lines("ack "));

        List<string> Lines(string word) => [.. lines.Where(line => line.StartsWith(word, StringComparison.Ordinal)).Select(line => line[4..])];
    }

    private List<string> Present(int number)
    {
        var path = _folder.File($"{number}.db");
        Notes.Ask<string>(path, "PRAGMA integrity_check").Should().Be("ok");
        if (Notes.Ask<long>(path, "SELECT count(*) FROM sqlite_master WHERE name = 'note'") == 0)
        {
            return [];
        }

        return [.. (Notes.Ask<string>(path, "SELECT group_concat(id) FROM note") ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => $"{number} {id}")];
    }
}
