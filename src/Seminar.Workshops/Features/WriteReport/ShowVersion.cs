using System.Text.Json;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Ui;
using Seminar.Workshops.Board;

namespace Seminar.Workshops.Features.WriteReport;

/// <summary>A version that was published, compared with another.</summary>
/// <param name="Number">The version.</param>
/// <param name="With">The version to compare with; 0 for the text as it is now; null for the version before.</param>
internal sealed record ShowVersion(int Number, int? With) : IRequest<VersionView?>;

/// <summary>What changed between two texts of the bilan.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Version">The version that is shown.</param>
/// <param name="With">What it is compared with; null when there is nothing before it. Number 0: as it is now.</param>
/// <param name="Versions">All versions, to choose from.</param>
/// <param name="Changes">The lines that differ, each under its heading.</param>
public sealed record VersionView(
    ThemeIdentity Theme, PublishedVersion Version, PublishedVersion? With, IReadOnlyList<PublishedVersion> Versions, IReadOnlyList<LineChange> Changes);

/// <summary>A line that is in one text and not in the other.</summary>
public sealed record LineChange(bool IsAdded, string Place, string Text);

internal sealed class ShowVersionHandler(IModuleDatabase database, ThemeIdentity theme, TimeProvider clock) : IRequestHandler<ShowVersion, VersionView?>
{
    public Task<VersionView?> Handle(ShowVersion request, CancellationToken cancellationToken) => database.ReadSnapshotAsync(connection =>
    {
        var versions = connection.Query<PublishedVersion>("SELECT number AS Number, published_at AS At FROM report_version ORDER BY number DESC").AsList();
        if (versions.Find(version => version.Number == request.Number) is not { } shown)
        {
            return null;
        }

        var with = request.With == 0 ? new PublishedVersion(0, clock.GetUtcNow()) : versions.Find(version => version.Number == (request.With ?? shown.Number - 1));
        return new VersionView(theme, shown, with, versions, with is null ? [] : Compare(Read(connection, with), Read(connection, shown), with.Number is 0 || with.Number > shown.Number));
    }, cancellationToken);

    private IReadOnlyList<string> Read(System.Data.Common.DbConnection connection, PublishedVersion version) => ReportLines.Of(version.Number == 0
        ? StoredWorkshop.Read(connection, theme, Sight.Of(WorkshopReader.Team))!
        : JsonSerializer.Deserialize<WorkshopDocument>(connection.QuerySingle<string>("SELECT document FROM report_version WHERE number = @Number", version), SeedJson.Options)!);

    /// <summary>From the older to the younger, whichever is asked for.</summary>
    private static List<LineChange> Compare(IReadOnlyList<string> other, IReadOnlyList<string> shown, bool shownIsOlder)
    {
        var (before, after) = shownIsOlder ? (shown, other) : (other, shown);
        var model = InlineDiffBuilder.Diff(string.Join('\n', before), string.Join('\n', after), ignoreWhiteSpace: false);
        return [.. model.Lines.Where(line => line.Type is ChangeType.Inserted or ChangeType.Deleted).Select(line =>
        {
            var parts = line.Text.Split(ReportLines.Separator, 2);
            return new LineChange(line.Type == ChangeType.Inserted, parts[0], parts.Length > 1 ? parts[1] : "");
        })];
    }
}

/// <summary>A workshop as lines, each with its place: what two versions are compared by.</summary>
internal static class ReportLines
{
    public const char Separator = '\u001F';

    public static IReadOnlyList<string> Of(WorkshopDocument workshop)
    {
        var attendance = workshop.Attendance;
        return
        [
            Line("Titre", workshop.Title),
            Line("Salle", workshop.Room is { } room ? room.Floor is null ? room.Name : $"{room.Name}, {room.Floor}" : "non connue"),
            Line("Contexte", workshop.Context),
            .. workshop.Questions.Select(question => Line("Questions", question)),
            .. workshop.Team.Select(member => Line("Équipe", $"{Ui.French.RoleName(member.Role)} : {member.Position ?? "–"}, {member.Organisation}")),
            .. workshop.Witnesses.Select(witness => Line("Témoins", $"{Ui.French.FamilyName(witness.Family)} : {witness.Position ?? "–"}, {witness.Organisation}")),
            Line("Participation", $"Missions Locales {attendance.MissionsLocales}, partenaires {attendance.Partenaires}, jeunes {attendance.Jeunes}, total annoncé {attendance.ReportedTotal}"),
            .. workshop.Board.SelectMany(column => column.Headings.SelectMany(heading => Of(Columns.Name(column.Column), heading))),
            .. workshop.Plan.SelectMany((axis, index) => axis.Proposals.Select(proposal => Line($"Axe {index + 1}", proposal)).Prepend(Line("Plan d’action", axis.Title))),
            .. workshop.Quotes.Select(quote => Line("Citations", $"« {quote.Text} » {Speakers.Name(quote.Speaker)}")),
        ];
    }

    private static IEnumerable<string> Of(string column, Heading heading)
    {
        yield return Line(column, heading.Title);
        if (heading.Intro is { } intro)
        {
            yield return Line($"{column}, {heading.Title}", intro);
        }

        foreach (var note in heading.Notes)
        {
            yield return Line($"{column}, {heading.Title}", note);
        }
    }

    private static string Line(string place, string text) => $"{place}{Separator}{text.ReplaceLineEndings(" ")}";
}
