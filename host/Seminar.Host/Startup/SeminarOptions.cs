namespace Seminar.Host.Startup;

/// <summary>What the command line and the environment decide.</summary>
/// <param name="Data">The data folder.</param>
/// <param name="Themes">The folder of the themes.</param>
/// <param name="Seeds">The folder of the sample seminars.</param>
/// <param name="Empty">Whether a first start leaves the seminar empty instead of loading the sample.</param>
/// <param name="Arguments">The rest, for ASP.NET Core.</param>
/// <param name="Safe">Whether only those versions of themes start that have started well here before.</param>
internal sealed record SeminarOptions(string Data, string Themes, string Seeds, bool Empty, string[] Arguments, bool Safe = false)
{
    public static SeminarOptions From(string? data, string? themes, bool empty, bool safe, string[] arguments) => new(
        data ?? Environment.GetEnvironmentVariable("SEMINAR_DATA") ?? "data",
        themes ?? Environment.GetEnvironmentVariable("SEMINAR_THEMES") ?? Path.Combine(AppContext.BaseDirectory, "themes"),
        Path.Combine(AppContext.BaseDirectory, "seeds"),
        empty,
        arguments,
        safe);
}
