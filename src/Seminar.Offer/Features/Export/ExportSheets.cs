using System.Data.Common;
using Dapper;
using MediatR;
using Seminar.Contracts.Offer;
using Seminar.Contracts.Storage;
using Seminar.Offer.Features.Search;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Features.Export;

/// <summary>Writes what a search finds into a file that is gone once it is closed.</summary>
/// <param name="Kind">The services that are found, or the structures that give them.</param>
/// <param name="Format"><c>json</c>, <c>csv</c>, <c>xlsx</c>, <c>geojson</c> or <c>vcf</c>.</param>
/// <param name="Query">The search.</param>
/// <param name="ByTheirOwnWords">Of structures: those that the search finds by what they say of themselves, rather than those whose services it finds.</param>
/// <param name="WithContacts">Whether the professionals whom sheets name as contacts are named: for the team.</param>
/// <returns>The file at its beginning; null when there is no such format.</returns>
public sealed record ExportSheets(SheetKind Kind, string Format, OfferQuery Query, bool ByTheirOwnWords = false, bool WithContacts = true) : IRequest<Stream?>
{
    /// <summary>The formats that there are.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. SheetFormat.All.Select(format => format.Key)];
}

internal sealed class ExportSheetsHandler(IModuleDatabase database) : IRequestHandler<ExportSheets, Stream?>
{
    private static readonly FileStreamOptions Passing = new()
    {
        Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous, BufferSize = 64 * 1024,
    };

    public async Task<Stream?> Handle(ExportSheets request, CancellationToken cancellationToken)
    {
        if (SheetFormat.Of(request.Format) is not { } format)
        {
            return null;
        }

        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), Passing);
        try
        {
            await database.ReadSnapshotAsync(
                connection =>
                {
                    format.Write(file, [.. Leaves(connection, request, format)]);
                    return true;
                },
                cancellationToken);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>A workbook of services has the structures that give them beside it, as the valideur wants; other forms hold one kind.</summary>
    private static IEnumerable<Leaf> Leaves(DbConnection connection, ExportSheets request, SheetFormat format)
    {
        if (format.HoldsBothKinds && request.Kind == SheetKind.Service)
        {
            yield return new Leaf(SheetKind.Structure, Read(connection, request with { Kind = SheetKind.Structure }), NameOfStructure);
        }

        yield return new Leaf(request.Kind, Read(connection, request), NameOfStructure);

        string? NameOfStructure(string id) => connection.QueryFirstOrDefault<string>("SELECT name FROM structure WHERE id = @id", new { id });
    }

    /// <summary>One after the other: all of them at once would fill the memory.</summary>
    private static IEnumerable<Sheet> Read(DbConnection connection, ExportSheets request)
    {
        var matched = MatchedSheets.Of(connection, request.ByTheirOwnWords ? request.Kind : SheetKind.Service, request.Query);
        var sql = (request.Kind, request.ByTheirOwnWords, matched.IsAll) switch
        {
            (SheetKind.Service, _, _) => $"SELECT record FROM service WHERE number IN ({matched.Sql}) ORDER BY id",
            // Structures that give no service are part of the whole.
            (_, _, true) => "SELECT record FROM structure ORDER BY id",
            (_, true, _) => $"SELECT record FROM structure WHERE number IN ({matched.Sql}) ORDER BY id",
            _ => $"SELECT record FROM structure WHERE id IN (SELECT structure FROM service WHERE number IN ({matched.Sql})) ORDER BY id",
        };
        return connection.Query<string>(sql, matched.Parameters, buffered: false).Select(record => Sheet.FromJson(request.Kind, record)).Select(sheet => request.WithContacts ? sheet : sheet.ForEveryone());
    }
}
