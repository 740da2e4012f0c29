using System.Diagnostics;

namespace Seminar.Host.Tests.LiveBoard;

/// <summary>The load program in its short form: nothing is lost, doubled or out of order. Its times are read by hand, not here.</summary>
public sealed class Under_load
{
    [Fact]
    public async Task Eight_rooms_lose_nothing_in_a_day_a_storm_of_reconnections_and_two_kills()
    {
        var program = Path.GetFullPath(Path.Combine(HostProcess.ProgramFolder, "..", "..", "Seminar.Load", Path.GetFileName(HostProcess.ProgramFolder), "Seminar.Load.dll"));
        var start = new ProcessStartInfo("dotnet", [program, "day", "storm", "kill", "--short"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(4 * Patience.Limit);

        TestContext.Current.TestOutputHelper?.WriteLine(await output);
        process.ExitCode.Should().Be(0, "{0}{1}", await output, await errors);
        (await output).Should().Contain("Rien de perdu, rien en double, tout dans l’ordre.").And.Contain("0 perdues, 0 en double, 0 clients en retard");
    }
}
