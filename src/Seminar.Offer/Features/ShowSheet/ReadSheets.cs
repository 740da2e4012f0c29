using System.Data.Common;
using System.Globalization;
using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Offer.Quality;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Features.ShowSheet;

/// <summary>One sheet with what stands around it; null when the directory does not know it.</summary>
internal sealed record ReadSheet(SheetKind Kind, string Id) : IRequest<ReadSheetAnswer?>;

/// <summary>A sheet and its neighbours.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="UpToDate">When it was last known to be right.</param>
/// <param name="IsConfirmed">Whether someone said so here, after its producer.</param>
/// <param name="Import">The list that brought it as it is, and the moment.</param>
/// <param name="Structure">Of a service, its structure, when it is known.</param>
/// <param name="Services">The services of the structure; of a service, the others.</param>
public sealed record ReadSheetAnswer(Sheet Sheet, DateOnly UpToDate, bool IsConfirmed, Provenance Import, Sheet? Structure, IReadOnlyList<Sheet> Services);

/// <summary>Where a sheet comes from.</summary>
/// <param name="FileName">Name of the list, as it was sent.</param>
/// <param name="At">When it was taken in.</param>
public sealed record Provenance(string FileName, DateTimeOffset At);

internal sealed class ReadSheetHandler(IModuleDatabase database) : IRequestHandler<ReadSheet, ReadSheetAnswer?>
{
    private const int MostNeighbours = 100;

    public Task<ReadSheetAnswer?> Handle(ReadSheet request, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(connection => request.Kind == SheetKind.Service ? ReadService(connection, request.Id) : ReadStructure(connection, request.Id), cancellationToken);

    private static ReadSheetAnswer? ReadService(DbConnection connection, string id)
    {
        var row = connection.QueryFirstOrDefault<Row>($"SELECT {Row.Columns} FROM service AS sheet JOIN import ON import.number = sheet.import WHERE sheet.id = @id", new { id });
        if (row is null)
        {
            return null;
        }

        var sheet = Sheet.FromJson(SheetKind.Service, row.Record);
        var structure = connection.QueryFirstOrDefault<string>("SELECT record FROM structure WHERE id = @id", new { id = sheet.Text("structure_id") });
        return Answer(sheet, row, structure is null ? null : Sheet.FromJson(SheetKind.Structure, structure), ServicesOf(connection, sheet.Text("structure_id"), but: id));
    }

    private static ReadSheetAnswer? ReadStructure(DbConnection connection, string id) =>
        connection.QueryFirstOrDefault<Row>($"SELECT {Row.Columns} FROM structure AS sheet JOIN import ON import.number = sheet.import WHERE sheet.id = @id", new { id }) is { } row
            ? Answer(Sheet.FromJson(SheetKind.Structure, row.Record), row, null, ServicesOf(connection, id, but: ""))
            : null;

    private static List<Sheet> ServicesOf(DbConnection connection, string? structure, string but) => [.. connection
        .Query<string>("SELECT record FROM service WHERE structure = @structure AND id <> @but ORDER BY name, id LIMIT @MostNeighbours", new { structure, but, MostNeighbours })
        .Select(record => Sheet.FromJson(SheetKind.Service, record))];

    private static ReadSheetAnswer Answer(Sheet sheet, Row row, Sheet? structure, IReadOnlyList<Sheet> services)
    {
        var isConfirmed = string.CompareOrdinal(row.Confirmed, row.Updated) > 0;
        return new ReadSheetAnswer(sheet, DateOnly.ParseExact(isConfirmed ? row.Confirmed! : row.Updated, "yyyy-MM-dd", CultureInfo.InvariantCulture), isConfirmed, new Provenance(row.FileName, row.ImportedAt), structure, services);
    }

    private sealed record Row(string Record, string Updated, string? Confirmed, string FileName, DateTimeOffset ImportedAt)
    {
        public const string Columns = "sheet.record AS Record, sheet.updated AS Updated, sheet.confirmed AS Confirmed, import.file_name AS FileName, import.imported_at AS ImportedAt";
    }
}
