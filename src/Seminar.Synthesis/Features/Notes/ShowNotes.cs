using System.Globalization;
using MediatR;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Synthesis.Themes;
using Seminar.Ui;

namespace Seminar.Synthesis.Features.Notes;

/// <summary>The notes of all boards, of one column or all, that hold a text or any.</summary>
/// <param name="Column">Anchor of a column, or null for all; an unknown one counts as null.</param>
/// <param name="Text">Text to look for, whatever the case and accents; or null.</param>
/// <param name="Reader">For whom.</param>
internal sealed record ShowNotes(string? Column, string? Text, WorkshopReader Reader) : IRequest<NotesView>;

/// <summary>The notes found, by theme.</summary>
public sealed record NotesView(Column? Column, string Text, IReadOnlyList<ThemeNotes> Themes, IReadOnlyList<MissingTheme> Missing)
{
    /// <summary>How many notes were found.</summary>
    public int Count => Themes.Sum(theme => theme.Notes.Count);
}

/// <summary>The notes found in one theme.</summary>
public sealed record ThemeNotes(ThemeIdentity Theme, IReadOnlyList<FoundNote> Notes);

/// <summary>A note with its place: the heading's number is from 1 within its column.</summary>
public sealed record FoundNote(Column Column, int HeadingNumber, string Heading, string Text);

internal sealed class ShowNotesHandler(EveryTheme themes) : IRequestHandler<ShowNotes, NotesView>
{
    private static readonly CompareInfo French = CultureInfo.GetCultureInfo("fr-FR").CompareInfo;

    public async Task<NotesView> Handle(ShowNotes request, CancellationToken cancellationToken)
    {
        var column = Enum.GetValues<Column>().Cast<Column?>().FirstOrDefault(each => Columns.Anchor(each!.Value) == request.Column);
        var text = request.Text?.Trim() ?? "";
        var gathering = await Gathering.OfAsync(themes, request.Reader, cancellationToken);
        var found = gathering.Workshops
            .Select(each => new ThemeNotes(each.Theme, [.. Find(each.Workshop, column, text)]))
            .Where(theme => theme.Notes.Count > 0)
            .ToList();
        return new NotesView(column, text, found, gathering.Missing);
    }

    private static IEnumerable<FoundNote> Find(WorkshopDocument workshop, Column? column, string text) =>
        from each in workshop.Board.OrderBy(each => each.Column)
        where column is null || each.Column == column
        from heading in each.Headings.Select((heading, index) => (heading, number: index + 1))
        from note in heading.heading.Notes
        where text.Length == 0 || Holds(note, text) || Holds(heading.heading.Title, text)
        select new FoundNote(each.Column, heading.number, heading.heading.Title, note);

    private static bool Holds(string text, string sought) =>
        French.IndexOf(text, sought, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
