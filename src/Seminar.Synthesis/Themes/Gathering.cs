using MediatR;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Ui;

namespace Seminar.Synthesis.Themes;

/// <summary>A theme with its workshop.</summary>
public sealed record ThemeWorkshop(ThemeIdentity Theme, WorkshopDocument Workshop)
{
    /// <summary>The notes of one column, over all its headings.</summary>
    public IEnumerable<string> NotesOf(Column column) =>
        Workshop.Board.Where(each => each.Column == column).SelectMany(each => each.Headings).SelectMany(heading => heading.Notes);

    /// <summary>Its line in the grid of themes by columns.</summary>
    public ColumnGridRow GridRow => new(
        Theme.Name, Theme.Address, Theme.Key,
        NotesOf(Column.Success).Count(), NotesOf(Column.Strength).Count(), NotesOf(Column.Brake).Count(), NotesOf(Column.Obstacle).Count());

    /// <summary>Its bar among the people present.</summary>
    public AttendanceBar AttendanceBar => new(Theme.Name, $"{Theme.Address}#participation", Workshop.Attendance);
}

/// <summary>The workshops of the running themes, and what is missing from the picture.</summary>
/// <param name="Workshops">In the order of the themes.</param>
/// <param name="Blank">Running themes whose workshop holds nothing yet.</param>
/// <param name="Missing">Themes that did not answer or do not run.</param>
public sealed record Gathering(IReadOnlyList<ThemeWorkshop> Workshops, IReadOnlyList<ThemeIdentity> Blank, IReadOnlyList<MissingTheme> Missing)
{
    internal static async Task<Gathering> OfAsync(EveryTheme themes, WorkshopReader reader, CancellationToken cancel)
    {
        var answers = await themes.AskAsync(() => new GetWorkshop { Reader = reader }, cancel);
        return new Gathering(
            [.. answers.Given.Where(answer => answer.Content is not null).Select(answer => new ThemeWorkshop(answer.Theme, answer.Content!))],
            [.. answers.Given.Where(answer => answer.Content is null).Select(answer => answer.Theme)],
            answers.Missing);
    }
}

/// <summary>Asks for the workshops of all themes.</summary>
/// <param name="Reader">For whom.</param>
internal sealed record GatherWorkshops(WorkshopReader Reader) : IRequest<Gathering>;

internal sealed class GatherWorkshopsHandler(EveryTheme themes) : IRequestHandler<GatherWorkshops, Gathering>
{
    public Task<Gathering> Handle(GatherWorkshops request, CancellationToken cancellationToken) => Gathering.OfAsync(themes, request.Reader, cancellationToken);
}
