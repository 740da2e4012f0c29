using MediatR;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;

namespace Seminar.Synthesis.Tests;

/// <summary>Themes at the border of the module: each answers as a test wants.</summary>
internal sealed class FakeThemes(params FakeTheme[] themes) : IThemes
{
    public IReadOnlyList<IRunningTheme> Running => themes.Where(theme => theme.State == ThemeState.Running).ToList();

    public IReadOnlyList<ThemeStatus> All => themes
        .Select(theme => new ThemeStatus(theme.Identity.Key, theme.Identity.Name, theme.Identity.Slug, "1.0.0", "[1.0, 2.0)", theme.State, null, null)).ToList();
}

internal sealed class FakeTheme(string key, Func<CancellationToken, Task<WorkshopDocument?>> answer, ThemeState state = ThemeState.Running) : IRunningTheme
{
    public ThemeState State => state;

    public ThemeIdentity Identity { get; } = new(key, key, key, "1.0.0", "", 0, 0, null);

    public ThemeDescription Description { get; } = new();

    /// <summary>What it brings to the synthesis; counted, since it should be asked for no more than needed.</summary>
    public Contribution Contribution { get; set; } = new("0", []);

    public int Contributed { get; private set; }

    public async Task<TAnswer> AskAsync<TAnswer>(IRequest<TAnswer> question, CancellationToken cancel)
    {
        var workshop = await answer(cancel);
        return question is GetContribution asked ? (TAnswer)(object)Contribute(asked) : (TAnswer)(object)workshop!;
    }

    /// <summary>A theme that brings notes of a column.</summary>
    public static FakeTheme Bringing(string key, Column column, params string[] notes) => new(key, _ => Task.FromResult<WorkshopDocument?>(null))
    {
        Contribution = new Contribution("1", [.. notes.Select((note, number) => new ContributedItem($"{number}", ItemKind.Note, column, null, note))]),
    };

    private Contribution Contribute(GetContribution asked)
    {
        if (asked.Known == Contribution.Version)
        {
            return Contribution with { Items = null };
        }

        Contributed++;
        return Contribution;
    }

    public static FakeTheme With(string key, params (Column Column, string Heading, string[] Notes)[] headings) =>
        new(key, _ => Task.FromResult<WorkshopDocument?>(Workshop(key, headings)));

    private static WorkshopDocument Workshop(string key, (Column Column, string Heading, string[] Notes)[] headings) => new(
        key, 1, "Un atelier", null, "", [], [], [], new Attendance(0, 0, 0, 0),
        [.. headings.GroupBy(heading => heading.Column).Select(column => new BoardColumn(column.Key, [.. column.Select(heading => new Heading(heading.Heading, null, heading.Notes))]))],
        [], []);
}
