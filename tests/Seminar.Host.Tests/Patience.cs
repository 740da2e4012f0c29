using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Seminar.Host.Tests;

/// <summary>A busy machine is slow, not wrong: how long a test waits for what must come. To reach it means that it never comes.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    /// <summary>The programs that the tests start wait longer for their themes too, unless a test is about a theme that hangs.</summary>
    public const string Variable = "SEMINAR_PATIENCE";

    /// <summary>Waits for what cannot announce itself.</summary>
    public static async Task UntilAsync(Func<Task<bool>> hasCome, string because)
    {
        var clock = Stopwatch.StartNew();
        while (!await hasCome())
        {
            clock.Elapsed.Should().BeLessThan(Limit, because);
            await Task.Delay(50);
        }
    }

    [ModuleInitializer]
    internal static void ForAllPrograms() => Environment.SetEnvironmentVariable(Variable, "30");
}
