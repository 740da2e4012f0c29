using System.Data.Common;
using System.Text.Json;
using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.People.Programme;
using Seminar.Tables;

namespace Seminar.People.Features.Roster;

/// <summary>How a roster is to be read.</summary>
/// <param name="Columns">The column of each field; fields without one are not taken over.</param>
/// <param name="ApplyProposals">Whether the nearest valid values replace wrong ones.</param>
internal sealed record RosterChoices(IReadOnlyDictionary<string, int> Columns, bool ApplyProposals);

/// <summary>Reads a roster that was sent; null when it was confirmed, or is older than a day. Without choices, the columns are guessed.</summary>
internal sealed record ReadDraft(Guid Draft, RosterChoices? Choices) : IRequest<RosterPreview?>;

/// <summary>A roster as it would be registered.</summary>
/// <param name="FileName">Name of the file.</param>
/// <param name="Header">Titles of the columns.</param>
/// <param name="Choices">How it was read.</param>
/// <param name="Good">Lines that can be registered.</param>
/// <param name="Wrong">Lines that can't.</param>
/// <param name="Known">Lines of people who are registered already, or stand above in the same file.</param>
internal sealed record RosterPreview(
    string FileName, IReadOnlyList<string> Header, RosterChoices Choices, IReadOnlyList<RosterLine> Good, IReadOnlyList<RosterLine> Wrong, IReadOnlyList<RosterLine> Known);

internal sealed class ReadDraftHandler(IModuleDatabase database, WorkshopProgramme programme, RegionDepartements region) : IRequestHandler<ReadDraft, RosterPreview?>
{
    public async Task<RosterPreview?> Handle(ReadDraft request, CancellationToken cancellationToken)
    {
        var workshops = await programme.ReadAsync(cancellationToken);
        return await database.ReadSnapshotAsync(connection => Read(connection, request.Draft, request.Choices, workshops, region.Read()), cancellationToken);
    }

    public static RosterPreview? Read(
        DbConnection connection, Guid draft, RosterChoices? choices, IReadOnlyList<ProgrammeWorkshop> workshops, IReadOnlyDictionary<string, string> region)
    {
        var row = connection.QueryFirstOrDefault<Row>("SELECT file_name AS FileName, rows AS Rows FROM roster_draft WHERE id = @draft", new { draft });
        if (row is null)
        {
            return null;
        }

        var file = JsonSerializer.Deserialize<TableFile>(row.Rows)!;
        choices ??= new RosterChoices(RosterField.Guess(file.Header), ApplyProposals: false);
        var reading = new RosterReading(choices.Columns, workshops, region, choices.ApplyProposals);
        var lines = file.Lines.Select(line => reading.Read(line.Number, line.Cells)).ToList();
        var known = connection.Query<KnownRow>(
            """
            SELECT first_name AS FirstName, last_name AS LastName, organisation AS Organisation, email AS Email
            FROM person WHERE cancelled_at IS NULL AND anonymised_at IS NULL
            """).SelectMany(person => person.Keys()).ToHashSet();
        var good = new List<RosterLine>();
        var twice = new List<RosterLine>();
        foreach (var line in lines.Where(line => line.Faults.Count == 0))
        {
            (known.Add(line.Person.Key) ? good : twice).Add(line);
        }

        return new RosterPreview(row.FileName, file.Header, choices, good, [.. lines.Where(line => line.Faults.Count > 0)], twice);
    }

    private sealed record Row(string FileName, string Rows);

    private sealed record KnownRow(string FirstName, string LastName, string Organisation, string? Email)
    {
        public IEnumerable<string> Keys()
        {
            var person = new RosterPerson("", FirstName, LastName, Organisation, "", null, Email, false, null, []);
            return [person.Key, (person with { Email = null }).Key];
        }
    }
}
