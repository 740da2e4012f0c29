using System.Diagnostics;

namespace Seminar.Themes.Tests;

/// <summary>A calendar program of this machine (khal): what people subscribe with, rather than the library that wrote the file.</summary>
internal static class CalendarProgram
{
    private const string Missing = "Il manque khal, un agenda. Debian : apt-get install khal.";

    private const string Settings =
        """
        [calendars]
        [[essai]]
        path = AGENDA
        [locale]
        local_timezone = Europe/Paris
        default_timezone = Europe/Paris
        timeformat = %H:%M
        dateformat = %d/%m/%Y
        longdateformat = %d/%m/%Y
        datetimeformat = %d/%m/%Y %H:%M
        longdatetimeformat = %d/%m/%Y %H:%M
        """;

    /// <summary>The events of a calendar, a line each, as the program shows them in Paris.</summary>
    public static async Task<IReadOnlyList<string>> ShowAsync(string calendar)
    {
        var folder = Directory.CreateTempSubdirectory("seminar-agenda-").FullName;
        try
        {
            var (settings, file) = (Path.Combine(folder, "reglages"), Path.Combine(folder, "calendrier.ics"));
            await File.WriteAllTextAsync(settings, Settings.Replace("AGENDA", Directory.CreateDirectory(Path.Combine(folder, "agenda")).FullName, StringComparison.Ordinal));
            await File.WriteAllTextAsync(file, calendar);
            return await RunAsync("-c", settings, "printics", "--format", "{start-long} > {end-long} | {title} | {location} | {status}", file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<string>> RunAsync(params string[] arguments)
    {
        Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "khal"))), Missing);
        var start = new ProcessStartInfo("khal", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var program = Process.Start(start)!;
        var errors = program.StandardError.ReadToEndAsync();
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        program.ExitCode.Should().Be(0, await errors);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
