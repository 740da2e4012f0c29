using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;

namespace Seminar.People.Programme;

/// <summary>The workshops that people register for: one a running theme, with its title and room where the theme tells them.</summary>
internal sealed class WorkshopProgramme(IThemes themes)
{
    private static readonly TimeSpan Limit = ThemePatience.Seconds(2);

    /// <summary>The workshops, in the order of the themes.</summary>
    public async Task<IReadOnlyList<ProgrammeWorkshop>> ReadAsync(CancellationToken cancel) =>
        await Task.WhenAll(themes.Running.Select(theme => ReadAsync(theme, cancel)));

    /// <summary>One workshop, or null when no running theme has this key.</summary>
    public async Task<ProgrammeWorkshop?> FindAsync(string key, CancellationToken cancel) =>
        themes.Running.FirstOrDefault(theme => theme.Identity.Key == key) is { } theme ? await ReadAsync(theme, cancel) : null;

    private static async Task<ProgrammeWorkshop> ReadAsync(IRunningTheme theme, CancellationToken cancel)
    {
        try
        {
            // On a thread of its own: a theme that blocks must not hold up the list of registrations.
            var answer = Task.Run(() => theme.AskAsync(new GetWorkshop(), cancel), cancel);
            var workshop = await answer.WaitAsync(Limit, cancel);
            return new ProgrammeWorkshop(theme.Identity, workshop?.Title, workshop?.Room, workshop?.Attendance);
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            // Its name is enough to seat people.
            return new ProgrammeWorkshop(theme.Identity, null, null, null);
        }
    }
}

/// <summary>A workshop as people choose it.</summary>
/// <param name="Theme">The theme that holds it.</param>
/// <param name="Title">Its own title, or null while it is empty.</param>
/// <param name="Room">Where it meets, or null.</param>
/// <param name="Reported">Head counts as its report tells them, or null.</param>
public sealed record ProgrammeWorkshop(ThemeIdentity Theme, string? Title, Room? Room, Contracts.Workshops.Attendance? Reported)
{
    /// <summary>Key of the theme: the workshop's name in the database.</summary>
    public string Key => Theme.Key;

    /// <summary>Short French name.</summary>
    public string Name => Theme.Name;
}
